import shelve

with shelve.open("scores") as shelf:
    shelf["alice"] = [30, 12]
    shelf["bob"] = [27]
