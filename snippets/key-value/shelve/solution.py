import shelve

with shelve.open("marks") as shelf:
    marks = [1]
    marks.append(2)
    shelf["ada"] = marks
    print("ada:", shelf["ada"])
