import json
import random

ITEMS = ["tea", "coffee", "cocoa", "milk"]


def lines(count):
    chance = random.Random(1)  # the same orders each time
    for number in range(count):
        item = chance.choice(ITEMS)
        n = chance.randrange(1, 100)
        yield json.dumps({"order": number, "item": item, "n": n}) + "\n"
