import dbm.dumb
import shelve

with shelve.Shelf(dbm.dumb.open("killed", "r")) as shelf:
    print("bob", shelf["bob"])
    print("alice", shelf["alice"])
