python read.py
