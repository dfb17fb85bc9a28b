python first.py
