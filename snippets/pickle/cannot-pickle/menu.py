from dataclasses import dataclass
from functools import cache


@dataclass
class Order:
    item: str


@cache
@dataclass(frozen=True)
class Size:
    name: str


@dataclass(frozen=True)
class Colour:
    name: str


get_colour = cache(Colour)
