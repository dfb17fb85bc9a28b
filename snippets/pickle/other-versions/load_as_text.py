import pickle
from pathlib import Path

data = Path("as_text.pickle").read_bytes()
try:
    pickle.loads(data)
except ModuleNotFoundError as error:
    print(error)

print(pickle.loads(data.replace(b"\r\n", b"\n")))
