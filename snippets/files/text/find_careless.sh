python -W default -X warn_default_encoding careless.py
