import pickle
import pickletools
from collections import deque
from datetime import date
from decimal import Decimal

CALLS = {"REDUCE", "NEWOBJ", "NEWOBJ_EX", "BUILD", "INST", "OBJ"}


class Note:
    def __init__(self, text):
        self.text = text


values = [
    {"name": "Alice", "tags": ["new"], "age": 30, "score": 1.5},
    1 + 2j,
    date(2026, 11, 23),
    Decimal("9.90"),
    deque([1, 2]),
    Note("buy tea"),
]
for value in values:
    steps = pickletools.genops(pickle.dumps(value, protocol=4))
    calls = [step.name for step, _, _ in steps if step.name in CALLS]
    print(type(value).__name__, calls)
