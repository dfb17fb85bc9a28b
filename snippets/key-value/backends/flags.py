import dbm.dumb
import traceback

with dbm.dumb.open("stock", "n") as stock:
    stock["tea"] = b"2"


def look(name):
    with dbm.open(name, "r") as stock:
        return len(stock.keys())


def add(flag):
    with dbm.dumb.open("stock", flag) as stock:
        stock["milk"] = b"1"
        return len(stock)


def get(in_block):
    with dbm.dumb.open("stock", "r") as stock:
        value = stock["tea"] if in_block else None
    return value or stock["tea"]


CASES = {
    "a file that is not there": (look, "stocks", "stock"),
    "opened to read": (add, "r", "w"),
    "a flag of the function open": (add, "a", "c"),
    "after the with block": (get, False, True),
}
for what, (function, wrong, right) in CASES.items():
    try:
        function(wrong)
    except (*dbm.error, ValueError) as error:
        (message,) = traceback.format_exception_only(error)
        print(f"{what}: {message}", end="")
    print("    right:", function(right))
