import pickle
from pathlib import Path

rule = pickle.loads(Path("rule.pickle").read_bytes())
print(rule(3), rule(4))
