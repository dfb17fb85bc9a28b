set -e
mkdir -p here there
cd here
python ../save.py
cd ../there
python ../read.py
cd ..
find here there ~ -name notes.db
