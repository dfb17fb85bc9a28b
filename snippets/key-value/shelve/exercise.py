import shelve

with shelve.open("marks") as shelf:
    shelf["ada"] = [1]
    shelf["ada"].append(2)
    print("ada:", shelf["ada"])
