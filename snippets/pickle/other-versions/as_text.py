import pickle
from fractions import Fraction
from pathlib import Path

data = pickle.dumps(["two\nlines", Fraction(1, 3)], protocol=0)
Path("as_text.pickle").write_bytes(data.replace(b"\n", b"\r\n"))
