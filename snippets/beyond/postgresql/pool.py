from concurrent.futures import ThreadPoolExecutor

import psycopg
from psycopg_pool import ConnectionPool
from server import running

SELF = "SELECT pg_backend_pid()"
END = "SELECT pg_terminate_backend(%s, 5000)"


def ask(_=None):
    with pool.connection() as con:
        return con.execute(SELF).fetchone()[0]


with (
    running(),
    ConnectionPool(
        min_size=4,
        max_size=4,
        check=ConnectionPool.check_connection,
    ) as pool,
):
    with ThreadPoolExecutor(8) as threads:
        used = set(threads.map(ask, range(80)))
    print("80 answers; four connections, or fewer:", len(used) <= 4)

    with psycopg.connect() as other:
        for pid in used:
            other.execute(END, (pid,))
    with ThreadPoolExecutor(8) as threads:
        new = set(threads.map(ask, range(80)))
    print("these are ended; 80 answers from others:", not used & new)
