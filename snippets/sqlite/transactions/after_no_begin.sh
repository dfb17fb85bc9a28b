python balance.py
