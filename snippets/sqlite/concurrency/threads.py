from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

from database import connect, transaction


def write(kind):
    with closing(connect("work.db")) as con:
        for n in range(10):
            with transaction(con):
                con.execute("INSERT INTO done VALUES (?, ?)", (kind, n))


def create():
    with closing(connect("work.db")) as con, transaction(con):
        con.execute("DROP TABLE IF EXISTS done")
        con.execute("CREATE TABLE done (kind TEXT, n INTEGER)")


if __name__ == "__main__":
    create()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, ["thread"] * 8))
