import shelve

with shelve.open("scores", flag="r") as shelf:
    for name in sorted(shelf):
        print(name, shelf[name])
