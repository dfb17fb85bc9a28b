import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier

from database import connect
from flask import Flask
from open_sale import open_sale

app = Flask(__name__)
both_have_read = Barrier(2)


@app.post("/buy")
def buy():
    with closing(connect()) as con:
        con.execute("BEGIN")
        (free,) = con.execute("SELECT free FROM sale").fetchone()
        both_have_read.wait()
        con.execute("UPDATE sale SET free = ?", (free - 1,))
        con.execute("COMMIT")
    return "bought", 201


@app.errorhandler(sqlite3.OperationalError)
def failed(error):
    return str(error), 500


def ask(path):
    answer = app.test_client().post(path)
    return answer.status_code, answer.text


open_sale(100)
with ThreadPoolExecutor(2) as pool:
    for status, text in sorted(pool.map(ask, ["/buy", "/buy"])):
        print(status, text)
