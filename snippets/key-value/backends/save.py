import dbm

with dbm.open("prices", "n") as prices:
    prices["tea"] = "3"
    prices["jam"] = "2"
