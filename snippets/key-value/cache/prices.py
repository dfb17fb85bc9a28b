import pickle
from dataclasses import dataclass

from cache import cached


@dataclass
class Price:
    cents: int
    currency: str


@cached("prices.db", version=2, seconds=3600, codec=pickle)
def price(product):
    print("computing")
    return Price(850, "EUR")
