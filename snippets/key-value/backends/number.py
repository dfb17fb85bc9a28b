import dbm.dumb

with dbm.dumb.open("numbers", "n") as prices:
    prices["tea"] = str(3)
    print(int(prices["tea"]))
    prices["jam"] = 2
