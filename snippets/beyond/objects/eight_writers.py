from concurrent.futures import ThreadPoolExecutor

from bucket import open_bucket, serving
from change import change, read, write


def add_two(writer):
    store = open_bucket(url)
    for n in range(2):
        entry = [writer, n]
        change(store, "all.json", lambda old, e=entry: old.append(e))


with serving() as url:
    store = open_bucket(url)
    write(store, "all.json", [])
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add_two, range(8)))

    added, _ = read(store, "all.json")
    expected = [[writer, n] for writer in range(8) for n in range(2)]
    print(len(added), "added, none lost:", sorted(added) == expected)
