from flock import is_locked, locked

with locked("stock.json.lock"):
    print("inside: ", is_locked("stock.json.lock"))
print("outside:", is_locked("stock.json.lock"))
