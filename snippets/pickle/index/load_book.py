import pickle
from pathlib import Path

book = pickle.loads(Path("book.pickle").read_bytes())
print(book.label())
