from contextlib import closing
from multiprocessing import Barrier, Process

from database import connect, transaction


def add_1000(both_ready):
    with closing(connect("counter.db")) as con:
        # Saves 2000 waits for the disk; see "How WAL works".
        con.execute("PRAGMA synchronous = NORMAL")
        both_ready.wait()
        for _ in range(1000):
            with transaction(con):
                (n,) = con.execute("SELECT n FROM counter").fetchone()
                con.execute("UPDATE counter SET n = ?", (n + 1,))


if __name__ == "__main__":
    with closing(connect("counter.db")) as con, transaction(con):
        con.execute("CREATE TABLE IF NOT EXISTS counter (n INTEGER)")
        con.execute("DELETE FROM counter")
        con.execute("INSERT INTO counter VALUES (0)")

    both_ready = Barrier(2)
    writers = [
        Process(target=add_1000, args=(both_ready,)) for _ in range(2)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    print("exit codes", [writer.exitcode for writer in writers])
