import shelve

with shelve.open("seats", flag="n") as shelf:
    shelf[str(7)] = "alice"
    print(shelf["7"])
    shelf[7] = "alice"
