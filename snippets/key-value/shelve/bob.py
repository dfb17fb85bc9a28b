import dbm.dumb
import shelve

with shelve.Shelf(dbm.dumb.open("shared", "c")) as shelf:
    shelf["bob"] = [27]

with shelve.Shelf(dbm.dumb.open("shared", "r")) as shelf:
    print("saved: bob", shelf["bob"])
