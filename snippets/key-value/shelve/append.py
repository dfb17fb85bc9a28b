import shelve

with shelve.open("games", flag="n") as shelf:
    for name in ("alice", "bob", "carol"):
        shelf[name] = [1]

    shelf["alice"].append(2)

    games = shelf["bob"]
    games.append(2)
    shelf["bob"] = games

with shelve.open("games", flag="w", writeback=True) as shelf:
    shelf["carol"].append(2)
