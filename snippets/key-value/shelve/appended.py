import shelve

with shelve.open("games", flag="r") as shelf:
    for name in ("alice", "bob", "carol"):
        print(name, shelf[name])
