import dbm.dumb
import shelve

with shelve.Shelf(dbm.dumb.open("shared", "r")) as shelf:
    print(dict(shelf))
