mkdir -p elsewhere
cd elsewhere
python ../read.py
