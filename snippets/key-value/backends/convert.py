import dbm
import dbm.dumb

with (
    dbm.open("prices", "r") as old,
    dbm.dumb.open("portable", "n") as new,
):
    keys = old.keys()
    for key in keys:
        new[key] = old[key]
