import csv
import sqlite3
from contextlib import closing
from pathlib import Path

with (
    closing(sqlite3.connect("people.db")) as con,
    Path("export.csv").open("w", newline="", encoding="utf-8") as file,
):
    rows = con.execute("SELECT * FROM people ORDER BY name")
    writer = csv.writer(file)
    writer.writerow([column[0] for column in rows.description])
    writer.writerows(rows)
