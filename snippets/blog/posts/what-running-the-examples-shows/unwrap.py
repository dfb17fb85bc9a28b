import pickle
from pathlib import Path

opened = Path("opened.txt")
opened.unlink(missing_ok=True)

present = pickle.loads(Path("present.pickle").read_bytes())

print("loaded:", present)
print("opened.txt was written:", opened.exists())
