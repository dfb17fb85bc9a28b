import json
from datetime import date
from decimal import Decimal

book = {"due": date(2026, 3, 1), "price": Decimal("9.90"), "by": {1}}
text = json.dumps(book, default=str)
print(text)

copy = json.loads(text)
print("equal:", copy == book, "- due is a", type(copy["due"]).__name__)
print("price * 2 =", copy["price"] * 2)
