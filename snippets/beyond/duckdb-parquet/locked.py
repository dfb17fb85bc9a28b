import subprocess
import sys

import duckdb

OTHER = """
import duckdb
try:
    con = duckdb.connect("list.duckdb", read_only=True)
except duckdb.IOException as error:
    print("IOException:", str(error).partition(" in ")[0])
else:
    with con:
        print("reads:", con.execute("FROM books").fetchall())
"""

for read_only in False, True:
    with duckdb.connect("list.duckdb", read_only=read_only):
        print("this process has it open, read_only:", read_only)
        command = [sys.executable, "-c", OTHER]
        print("  ", subprocess.check_output(command, text=True), end="")
