python ask_price.py
python again.py
