from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal


@dataclass
class Book:
    title: str
    price: Decimal
    added: datetime
    tags: set[str]
