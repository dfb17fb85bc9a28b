import json
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from book import Book


def to_json(book):
    return {
        "title": book.title,
        "price": str(book.price),
        "added": book.added.isoformat(),
        "tags": sorted(book.tags),
    }


def from_json(fields):
    return Book(
        title=fields["title"],
        price=Decimal(fields["price"]),
        added=datetime.fromisoformat(fields["added"]),
        tags=set(fields.get("tags", [])),  # new in version 2
    )


old = json.loads(Path("version1.json").read_text(encoding="utf-8"))
book = from_json(old)
book.tags.add("novel")
print(json.dumps(to_json(book), indent=2))
assert from_json(to_json(book)) == book
