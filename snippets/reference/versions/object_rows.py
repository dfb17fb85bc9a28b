import builtins
import marshal
import pickle
import shelve

from probe import has, module, takes


def pickle_local():
    def local():
        pass

    return pickle.dumps(local)


OPEN, DUMPS = shelve.open, marshal.dumps
ROWS = [
    ("3.13", "dbm.sqlite3", lambda: module("dbm.sqlite3")),
    ("3.13", "marshal: allow_code", lambda: takes(DUMPS, "allow_code")),
    ("3.14", "marshal: version", lambda: marshal.version),
    ("3.14", "pickle: protocol", lambda: pickle.DEFAULT_PROTOCOL),
    ("3.14", "pickle: a local function", pickle_local),
    ("3.15", "shelve: serializer", lambda: takes(OPEN, "serializer")),
    ("3.15", "frozendict", lambda: has(builtins, "frozendict")),
]
