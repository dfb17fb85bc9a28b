from contextlib import closing
from pathlib import Path

from notes import connect

NOTES = [
    "Try Ubuntu 20.04 with the multi-agent demo; water the fern",
    "Don't forget to order a 5\" pot",
    "Water the plants. Not too much water!",
    "Dinner with Ada on Thursday",
    "Order water for the office",
]

Path("notes.db").unlink(missing_ok=True)
with closing(connect("notes.db")) as con, con:
    rows = [(note,) for note in NOTES]
    con.executemany("INSERT INTO notes (text) VALUES (?)", rows)
    friday = "Dinner with Ada on Friday"
    con.execute("UPDATE notes SET text = ? WHERE id = 4", (friday,))
    con.execute("DELETE FROM notes WHERE id = 5")
