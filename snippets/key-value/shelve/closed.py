import shelve

with shelve.open("closed_shelf") as shelf:
    shelf["alice"] = 30
try:
    shelf["alice"]
except ValueError as error:
    print(f"ValueError: {error}")

with shelve.open("closed_shelf", flag="r") as shelf:
    print(shelf["alice"])
