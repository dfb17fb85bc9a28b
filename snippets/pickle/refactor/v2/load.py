import pickle
from pathlib import Path

shelf = pickle.loads(Path("shelf.pickle").read_bytes())
print(shelf[0].title, shelf[0].language)
print(shelf[0].keywords)
