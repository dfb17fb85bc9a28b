import dbm.sqlite3
import shelve

with shelve.Shelf(dbm.sqlite3.open("killed-too", "r")) as shelf:
    print("bob", shelf["bob"])
    print("alice", shelf["alice"])
