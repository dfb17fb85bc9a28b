import dbm.dumb
import os
import shelve
import sys

with shelve.Shelf(dbm.dumb.open("killed", "n")) as shelf:
    shelf["alice"] = [30]

with shelve.Shelf(dbm.dumb.open("killed", "w")) as shelf:
    shelf["bob"] = [27]
    shelf["alice"] = [30, 12]
    if "sync" in sys.argv:
        shelf.sync()
    os._exit(0)
