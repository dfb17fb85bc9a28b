python upgrade.py
python show.py
