import pickle
from collections import Counter
from datetime import date
from pathlib import Path

order = {"day": date(2026, 11, 23), "items": Counter(tea=2)}
Path("order.pickle").write_bytes(pickle.dumps(order))
