set -e
mkdir -p here there
cd here
python ../relative.py
cd ../there
python ../relative.py
cd ..
find . -name relative.db | sort
