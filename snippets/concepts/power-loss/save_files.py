"""Save a note in one of the ways that the table compares."""

import importlib
import json
import os
import pickle
import shelve
import sys
from pathlib import Path

from atomic import atomic_write

NOTES = {"old": {"text": "old " * 400}, "new": {"text": "new " * 400}}
sync = os.fsync


def write(note, synced=False):
    with Path("note.json").open("w", encoding="utf-8") as file:
        file.write(json.dumps(note))
        if synced:
            file.flush()
            sync(file.fileno())


def dump(note):
    with Path("note.json").open("w", encoding="utf-8") as file:
        json.dump(note, file)


def append(note, synced=False):
    with Path("notes.jsonl").open("ab") as file:
        file.write(json.dumps(note).encode("ascii") + b"\n")
        if synced:
            file.flush()
            sync(file.fileno())


def replace(note):
    new = Path("note.new")
    new.write_bytes(pickle.dumps(note))
    new.replace("note.pickle")


def atomic(note, skipped=None):
    """Call atomic_write, without one of its syncs if it is given."""
    synced = []

    def count(descriptor):
        synced.append(descriptor)
        if len(synced) != skipped:
            sync(descriptor)

    os.fsync = count
    atomic_write("note.json", json.dumps(note).encode("ascii"))
    assert len(synced) == 2


def shelf(note, backend="dbm.dumb"):
    dbm = importlib.import_module(backend)
    with shelve.Shelf(dbm.open("note", "c")) as data:
        data.update(note)
        data.dict.close()  # else Python 3.12 writes the index twice


# The ways, by name, each with the file that it saves to.
WAYS = {
    'open("w")': (write, "note.json"),
    'open("w"), fsync': (lambda n: write(n, True), "note.json"),
    "json.dump": (dump, "note.json"),
    "append": (append, "notes.jsonl"),
    "append, fsync": (lambda n: append(n, True), "notes.jsonl"),
    "pickle, replace": (replace, "note.pickle"),
    "shelve, dbm.dumb": (shelf, "note.dat"),
    "shelve, sqlite3": (lambda n: shelf(n, "dbm.sqlite3"), "note"),
    "atomic_write": (atomic, "note.json"),
    "- fsync of file": (lambda n: atomic(n, 1), "note.json"),
    "- fsync of folder": (lambda n: atomic(n, 2), "note.json"),
}


def read(name):
    """Return what a file of that name holds."""
    match name:
        case "note.json":
            return json.loads(Path(name).read_text(encoding="utf-8"))
        case "note.pickle":
            return pickle.loads(Path(name).read_bytes())
        case "note" | "note.dat":
            with shelve.open("note", "r") as data:
                return dict(data)
        case "notes.jsonl":
            return last_whole_line(Path(name).read_bytes())


def last_whole_line(data):
    """Return the last record; one that is cut off does not count."""
    *lines, _ = data.split(b"\n")
    try:
        return json.loads(lines[-1])
    except ValueError:
        return json.loads(lines[-2])


def check(name):
    """Say whether the old note or the new one is here."""
    note = read(name)
    for word in NOTES:
        if note == NOTES[word]:
            return word
    return f"neither: {note}"


if __name__ == "__main__" and len(sys.argv) > 1:
    way, word = sys.argv[1:]
    save, _ = WAYS[way]
    save(NOTES[word])
    print("saved", flush=True)
