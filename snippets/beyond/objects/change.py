import json

from obstore.exceptions import AlreadyExistsError, PreconditionError


def read(store, name):
    """Return a JSON document, and the condition to replace it."""
    try:
        found = store.get(name)
    except FileNotFoundError:
        return [], "create"  # only if there is none
    document = json.loads(bytes(found.bytes()))
    return document, {"e_tag": found.meta["e_tag"]}


def write(store, name, document, condition="overwrite"):
    """Write a document as a whole, if the condition is met."""
    data = json.dumps(document).encode("utf-8")
    store.put(name, data, mode=condition)


def change(store, name, edit):
    """Read a document, edit and write it; again, if it changed."""
    while True:
        document, condition = read(store, name)
        edit(document)
        try:
            return write(store, name, document, condition)
        except (AlreadyExistsError, PreconditionError):
            pass  # another writer was faster
