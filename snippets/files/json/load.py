from pathlib import Path

from tagged import loads

data = loads(Path("books.json").read_text(encoding="utf-8"))
(dune,) = data["books"]
print(type(dune).__name__, repr(dune.title))
print(repr(dune.price))
print(dune.added.isoformat(), type(dune.added).__name__)
print(sorted(dune.tags), type(dune.tags).__name__)
