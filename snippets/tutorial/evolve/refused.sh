python show.py
