python count.py
python fixed.py
python count.py
