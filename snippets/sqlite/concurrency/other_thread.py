import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing


def count(con):
    return con.execute("SELECT count(*) FROM done").fetchone()


with (
    closing(sqlite3.connect("work.db")) as con,
    ThreadPoolExecutor(1) as pool,
):
    try:
        pool.submit(count, con).result()
    except sqlite3.ProgrammingError as error:
        sentence, _, thread_ids = str(error).partition(". ")
        print(f"{type(error).__name__}: {sentence}.")
