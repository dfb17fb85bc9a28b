from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random

from book import Book
from tagged import dumps, loads

TEXTS = ["", "Dune", "naïve", 'a "quote"', "\n", "\0", "__type__", "😀"]
PRICES = [Decimal(price) for price in ("9.90", "-0", "1E+3", "1E-30")]
dice = Random(1)


def moment():
    start = datetime(2026, 1, 1, tzinfo=dice.choice([UTC, None]))
    return start + timedelta(microseconds=dice.randrange(10**15))


def plain():
    number = dice.choice([dice.random(), dice.randrange(10**30)])
    word = dice.choice([*TEXTS, True, False, None])
    day = dice.choice([moment(), moment().date()])
    return dice.choice([number, word, day, *PRICES])


def anything(depth=4):
    if depth == 0:
        return plain()
    items = [anything(depth - 1) for _ in range(dice.randrange(4))]
    named = dict(zip(TEXTS, items, strict=False))
    book = Book(dice.choice(TEXTS), PRICES[0], moment(), set(TEXTS[:3]))
    return dice.choice([items, named, {plain(), plain()}, book])


values = [anything() for _ in range(2000)]
equal = 0
for value in values:
    copy = loads(dumps(value))
    equal += copy == value and dumps(copy) == dumps(value)
print(equal, "of", len(values), "values came back equal")
