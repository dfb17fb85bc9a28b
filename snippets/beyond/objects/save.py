from bucket import open_bucket, serving
from change import change, write


def add_two(books):
    books += ["Dune", "Emma"]


with serving() as url:
    store = open_bucket(url)
    write(store, "list.json", [])
    change(store, "list.json", add_two)
