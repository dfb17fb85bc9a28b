import pickle
from typing import NamedTuple


class Loan(NamedTuple):
    reader: str
    title: str


stored = pickle.dumps(Loan(reader="Alice", title="Dune"))


class Loan(NamedTuple):  # the next version, in another order
    title: str
    reader: str


print(pickle.loads(stored))
