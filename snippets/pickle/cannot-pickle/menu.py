from dataclasses import dataclass
from functools import cache


@dataclass
class Order:
    item: str


@cache
@dataclass
class Size:
    name: str


@dataclass
class Colour:
    name: str


get_colour = cache(Colour)
