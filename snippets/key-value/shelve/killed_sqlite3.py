import dbm.sqlite3
import os
import shelve

with shelve.Shelf(dbm.sqlite3.open("killed-too", "n")) as shelf:
    shelf["alice"] = [30]

with shelve.Shelf(dbm.sqlite3.open("killed-too", "w")) as shelf:
    shelf["bob"] = [27]
    shelf["alice"] = [30, 12]
    os._exit(0)
