import dbm

print(dbm.whichdb("portable"))
with dbm.open("portable", "r") as prices:
    for key in sorted(prices.keys()):
        print(key, prices[key])
