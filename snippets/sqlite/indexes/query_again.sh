python query.py
