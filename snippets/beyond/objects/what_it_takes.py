from bucket import open_bucket, serving
from counting import counted, counting

MILLION = b"x" * 1_000_000
KINDS = ["GET", "PUT", "COPY", "DELETE"]
KINDS += ["bytes sent", "bytes received"]


def show(what):
    print(f"{what}:")
    for kind in KINDS:
        if count := counted[kind]:
            print(f"{count:12,} {kind}")
    counted.clear()


with serving() as url, counting(url) as counting_url:
    store = open_bucket(counting_url)
    store.put("log.txt", MILLION)
    show("write 1 MB")

    store.get_range("log.txt", start=500, length=100)
    show("read 100 bytes")

    log = bytes(store.get("log.txt").bytes())
    store.put("log.txt", log + b"one more line\n")
    show("add a line")

    for n in range(3):
        store.put(f"old/{n}.txt", b"")
    counted.clear()
    for n in range(3):
        store.rename(f"old/{n}.txt", f"new/{n}.txt")
    show("rename a folder of three")
