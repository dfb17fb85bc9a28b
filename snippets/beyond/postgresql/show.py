from readinglist import UNFINISHED, open_list
from server import running

with running(), open_list() as con:
    for book in con.execute(UNFINISHED):
        print(book["title"], "by", book["author"])
