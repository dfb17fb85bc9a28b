import asyncio
import sqlite3
from contextlib import closing

SLOW = """
    WITH RECURSIVE numbers (n) AS (
        SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 500000
    )
    SELECT count(*) FROM numbers
"""


def slow_query():
    with closing(sqlite3.connect("work.db")) as con:
        return con.execute(SLOW).fetchone()[0]


async def main():
    turns = 0

    async def another_task():
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    task = asyncio.create_task(another_task())

    count = slow_query()
    print(count, "counted directly; another task ran:", turns > 0)
    count = await asyncio.to_thread(slow_query)
    print(count, "counted in a thread; another task ran:", turns > 0)
    task.cancel()


asyncio.run(main(), debug=False)  # True reports slow calls
