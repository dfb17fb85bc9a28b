import json
from pathlib import Path

from readinglist import ADD, open_list

text = Path(__file__).with_name("books.json").read_text("utf-8")
rows = [
    (title, book["author"], book["finished"])
    for title, book in json.loads(text).items()
]
with open_list() as con, con:
    con.executemany(ADD, rows)

print("moved", len(rows), "books")
