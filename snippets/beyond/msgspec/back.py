import json
from pathlib import Path

import msgspec
from old import Book

text = Path("books2.json").read_text("utf-8")
print("json:", json.loads(text)[0])
books = msgspec.json.decode(text, type=list[Book])
print("old: ", books[0])
print("saved by old:", msgspec.json.encode(books[0]).decode())
