import pickle
from pathlib import Path

owned = Path("owned.txt")
owned.unlink(missing_ok=True)

pickle.loads(Path("attack.pickle").read_bytes())
print("owned.txt was written:", owned.exists())
