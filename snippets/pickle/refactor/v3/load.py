import pickle
from pathlib import Path

shelf = pickle.loads(Path("shelf.pickle").read_bytes())
shelf[0].keywords.append("novel")
for book in shelf:
    print(book)
