python circulating.py
