from server import SAFE, running
from shared import done, put_back, take

with running(*SAFE) as client:
    print("cached:", client.get("report"))
    print("not yet over:", client.ttl("report") > 0)
    put_back(client, "Ada")
    while client.llen("todo"):
        job = take(client, "Ada")
        print("took:", job)
        done(client, "Ada", job)
    print("left:", client.keys())
