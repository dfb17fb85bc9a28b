import functools
import json
from contextlib import closing

from cache_file import connect, find, save


def cached(path, version, seconds, codec=json):
    """Keep a function's results in a file, by its arguments."""

    def decorate(function):
        @functools.wraps(function)
        def answer(*args):
            key = json.dumps([function.__qualname__, version, args])
            with closing(connect(path)) as con:
                found = find(con, key, codec.loads)
                if not found:
                    con.execute("BEGIN IMMEDIATE")  # one at a time
                    found = find(con, key, codec.loads)
                if not found:
                    found = [function(*args)]
                    value = codec.dumps(found[0])
                    save(con, key, value, seconds)
                    con.execute("COMMIT")
            return found[0]

        return answer

    return decorate
