python killed.py sync
python after.py
