python which.py
