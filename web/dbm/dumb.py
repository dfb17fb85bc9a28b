"""Keep bytes by key: the values in a .dat file, and in a .dir file where each of them is.

A line of the index is a key, its bytes written as a literal of Latin-1 text, with the position
and the length of its value. A value begins at a multiple of 512 bytes. The index before the
last is kept as .bak.
"""

import ast
import os
from dbm import Opened
from pathlib import Path

error = OSError


def open(file, flag="c", mode=0o666):
    """Open the two files; what is named has no ending."""
    if flag not in ("r", "w", "c", "n"):
        raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
    return _Files(os.fsdecode(file), flag, mode)


class _Files(Opened):
    _places = None  # of the values, by key; none once it is closed

    def __init__(self, name, flag, mode):
        self._data, self._index, self._old = (Path(name + e) for e in (".dat", ".dir", ".bak"))
        self._mode = mode
        self._may_write = flag != "r"
        self._changed = False  # since the index was written
        if flag == "n":
            for path in (self._data, self._index, self._old):
                path.unlink(missing_ok=True)
        if flag in ("c", "n"):
            self._data.touch(mode)
            self._index.touch(mode)
        self._data.stat()  # or the file that is not there is named
        lines = self._index.read_text("latin-1").split("\n")
        entries = [ast.literal_eval(line) for line in lines if line.strip()]
        self._places = {key.encode("latin-1"): (at, size) for key, (at, size) in entries}

    def __getitem__(self, key):
        at, size = self._open_places()[_encoded(key)]
        with self._data.open("rb") as file:
            file.seek(at)
            return file.read(size)

    def __setitem__(self, key, value):
        places = self._open_places(to_write=True)
        key, value = _stored(key, "keys"), _stored(value, "values")
        is_new = key not in places
        at, size = places.get(key, (0, 0))
        with self._data.open("r+b") as file:
            if is_new or _blocks(len(value)) > _blocks(size):
                at = 512 * _blocks(file.seek(0, os.SEEK_END))
                file.truncate(at)
            file.seek(at)
            file.write(value)
        places[key] = at, len(value)
        self._changed = True
        if is_new:  # known at once; any other change, when the index is written
            with self._index.open("a", encoding="latin-1", newline="\n") as file:
                file.write(_line(key, places[key]))

    def __delitem__(self, key):
        del self._open_places(to_write=True)[_encoded(key)]
        self._changed = True
        self.sync()

    def __iter__(self):
        return iter(self._open_places())

    def __len__(self):
        return len(self._open_places())

    def sync(self):
        if self._places is not None and self._changed:
            if self._index.exists():
                self._index.replace(self._old)
            self._index.touch(self._mode)
            lines = (_line(key, place) for key, place in self._places.items())
            self._index.write_text("".join(lines), "latin-1", newline="\n")
            self._changed = False

    def close(self):
        self.sync()
        self._places = None

    __del__ = close

    def _open_places(self, to_write=False):
        if to_write and not self._may_write:
            raise error("The database is opened for reading only")
        if self._places is None:
            raise error("DBM object has already been closed")
        return self._places


def _line(key, place):
    return f"{key.decode('latin-1')!r}, {place!r}\n"


def _blocks(size):
    return -(-size // 512)


def _encoded(text):
    return text.encode("utf-8") if isinstance(text, str) else text


def _stored(item, what):
    if not isinstance(item, str | bytes | bytearray):
        raise TypeError(f"{what} must be bytes or strings")
    return bytes(_encoded(item))
