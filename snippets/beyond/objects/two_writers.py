from bucket import open_bucket, serving
from change import read, write
from obstore.exceptions import BaseError


def two_writers(store, name, conditional):
    """Let Ada and Bob read the list, and then both write it."""
    start, condition = read(store, name)
    for who, book in ("Ada", "Dune"), ("Bob", "Emma"):
        try:
            if conditional:
                write(store, name, [*start, book], condition)
            else:
                write(store, name, [*start, book])
            print(f"{who}: written")
        except BaseError as error:
            print(f"{who}: {type(error).__name__}")
    print("left:", read(store, name)[0])


with serving() as url:
    store = open_bucket(url)
    write(store, "list.json", [])
    print("- without a condition")
    two_writers(store, "list.json", conditional=False)
    print("- only if it is still what was read")
    write(store, "list.json", [])
    two_writers(store, "list.json", conditional=True)
    print("- only if there is none")
    store.delete("new.json")
    two_writers(store, "new.json", conditional=True)
