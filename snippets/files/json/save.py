from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from book import Book
from tagged import dumps

dune = Book(
    title="Dune",
    price=Decimal("9.90"),
    added=datetime(2026, 3, 1, 18, 30, tzinfo=UTC),
    tags={"novel", "desert"},
)
text = dumps({"books": [dune]})
Path("books.json").write_text(text, encoding="utf-8")
print(text)
