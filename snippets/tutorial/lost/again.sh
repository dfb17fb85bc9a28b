python copied.py
