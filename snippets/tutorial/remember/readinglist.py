import json
from pathlib import Path

FILE = Path(__file__).with_name("books.json")


def load():
    if not FILE.exists():
        return {}
    return json.loads(FILE.read_text(encoding="utf-8"))


def save(books):
    text = json.dumps(books, indent=2)
    new = FILE.with_suffix(".new")
    new.write_text(text, encoding="utf-8")
    new.replace(FILE)
