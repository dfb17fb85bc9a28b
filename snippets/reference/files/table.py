import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from formats import FORMATS
from hold import hold, show


def run(folder, *arguments):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    program = [sys.executable, Path(__file__).absolute(), *arguments]
    subprocess.run(program, cwd=folder, check=True)


def table():
    for number, name in enumerate(FORMATS):
        print(name, flush=True)
        folder = Path("tried", str(number))
        run(folder, name, "close")
        show("closed", folder)
        run(folder, name, "die")
        show("killed", folder)
        database = folder / "notes.db"
        if database.exists():
            with closing(sqlite3.connect(database)) as con, con:
                con.execute("INSERT INTO notes VALUES ('jam')")
            show("written", folder)


if sys.argv[1:]:
    hold(*sys.argv[1:])
else:
    table()
