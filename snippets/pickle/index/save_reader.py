import pickle
from pathlib import Path


class Reader:
    def __init__(self, name):
        self.name = name


Path("reader.pickle").write_bytes(pickle.dumps(Reader("Alice")))
