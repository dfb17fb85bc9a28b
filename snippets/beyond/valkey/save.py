from server import SAFE, running, start_empty
from shared import cached, put, take


def compute():
    print("computing")
    return "three books"


start_empty()
with running(*SAFE) as client:
    for _ in range(2):
        print(cached(client, "report", 3600, compute))
    for job in ("print", "bind", "post"):
        put(client, job)
    print("took:", take(client, "Ada"))
