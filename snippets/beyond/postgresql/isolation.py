import psycopg
from psycopg import IsolationLevel
from readinglist import open_list
from server import running

LEVELS = (
    IsolationLevel.READ_COMMITTED,
    IsolationLevel.REPEATABLE_READ,
)
READ = "SELECT copies FROM stock"
WRITE = "UPDATE stock SET copies = %s"


def add_one(con, between=lambda: None):
    """Read a number, and write one more."""
    with con.transaction():
        copies = con.execute(READ).fetchone()["copies"]
        between()
        con.execute(WRITE, (copies + 1,))


with running(), open_list() as ada, open_list() as bob:
    for level in LEVELS:
        ada.execute("DROP TABLE IF EXISTS stock")
        ada.execute("CREATE TABLE stock (copies integer)")
        ada.execute("INSERT INTO stock VALUES (0)")
        ada.commit()
        print(level.name)
        ada.isolation_level = bob.isolation_level = level
        try:
            add_one(ada, between=lambda: add_one(bob))
        except psycopg.errors.SerializationFailure as error:
            print("  ", error)
            add_one(ada)  # the whole transaction again
        copies = ada.execute(READ).fetchone()["copies"]
        print("   both added one:", copies)
