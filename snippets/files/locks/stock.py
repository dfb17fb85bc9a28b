import json
from pathlib import Path

from filelock import FileLock

PATH = Path("stock.json")


def save(stock):
    new = PATH.with_suffix(".new")
    new.write_text(json.dumps(stock), encoding="utf-8")
    new.replace(PATH)


def add(item, amount):
    with FileLock("stock.json.lock", timeout=30):
        stock = json.loads(PATH.read_bytes())
        stock[item] += amount
        save(stock)
