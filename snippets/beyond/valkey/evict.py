from server import running
from valkey.exceptions import OutOfMemoryError

VALUE = "x" * 50_000


def fill(client):
    """Write 8 MB into 4 MB, with an end and without."""
    written = 0
    try:
        for n in range(30):
            client.set(f"forever {n}", VALUE)
            written += 1
        for n in range(130):
            client.set(f"cached {n}", VALUE, ex=3600)
            written += 1
    except OutOfMemoryError as error:
        print("  ", error)
    kept = client.keys()
    forever = sum(key.startswith("forever") for key in kept)
    print("   all written:", written == 160)
    print("   without an end, all kept:", forever == 30)
    print("   some are gone:", len(kept) < written)


LIMIT = ("--save", "", "--maxmemory", "4mb", "--maxmemory-policy")
for policy in ("noeviction", "volatile-ttl", "allkeys-lru"):
    print(policy)
    with running(*LIMIT, policy) as client:
        fill(client)
