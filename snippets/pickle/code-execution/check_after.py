import pickle
from pathlib import Path

owned = Path("owned.txt")
owned.unlink(missing_ok=True)

user = pickle.loads(Path("user.pickle").read_bytes())
if not isinstance(user, dict) or set(user) != {"name", "age"}:
    raise ValueError("this is not a user")

print("accepted:", user)
print("owned.txt was written:", owned.exists())
