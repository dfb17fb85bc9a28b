import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

from writer import Writer


def create(con):
    con.execute("DROP TABLE IF EXISTS users")
    con.execute("CREATE TABLE users (name TEXT UNIQUE)")


def add(con, name):
    con.execute("INSERT INTO users VALUES (?)", (name,))


def count(con):
    return con.execute("SELECT count(*) FROM users").fetchone()[0]


def add_25(writer, number):
    for n in range(25):
        writer.submit(add, f"user {number}-{n}").result()


if __name__ == "__main__":
    with closing(Writer("users.db")) as writer:
        writer.submit(create).result()
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(add_25, [writer] * 8, range(8)))
        try:
            writer.submit(add, "user 0-0").result()
        except sqlite3.IntegrityError as error:
            print(error)
        print(writer.submit(count).result(), "users")
