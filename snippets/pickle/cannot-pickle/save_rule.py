import pickle
from functools import partial
from pathlib import Path

from rules import at_most

rule = partial(at_most, 3)
Path("rule.pickle").write_bytes(pickle.dumps(rule))
