from contextlib import closing

from notes import connect
from search import search

with closing(connect("notes.db")) as con:
    for text in "water", "ada friday", "thursday", "office":
        print(text)
        for number, found in search(con, text):
            print("  ", number, found)
