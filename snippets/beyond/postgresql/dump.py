import subprocess

import psycopg
from move import COLUMNS
from server import PROGRAMS, running


def rows(database):
    with psycopg.connect(dbname=database) as con:
        return con.execute(COLUMNS).fetchall()


def call(program, *arguments):
    subprocess.run([PROGRAMS / program, *arguments], check=True)


with running():
    call("pg_dump", "--format=custom", "--file=books.dump")
    call("createdb", "--strategy=file_copy", "restored")
    call("pg_restore", "--dbname=restored", "books.dump")
    same = rows("postgres") == rows("restored")
    print(len(rows("restored")), "books restored, all equal:", same)
    call("dropdb", "restored")
