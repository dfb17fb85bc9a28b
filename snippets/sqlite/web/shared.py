import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Event

from flask import Flask

app = Flask(__name__)
con = sqlite3.connect("shop.db", check_same_thread=False)
ordered, logged_in = Event(), Event()


@app.post("/order")
def order():
    con.execute("INSERT INTO orders VALUES ('one ticket')")
    ordered.set()
    logged_in.wait()
    con.rollback()  # the card was refused
    return "not paid", 402


@app.post("/login")
def login():
    ordered.wait()
    con.execute("INSERT INTO logins VALUES ('Carol')")
    con.commit()
    logged_in.set()
    return "hello", 200


def ask(path):
    return path, app.test_client().post(path).status


with closing(con), ThreadPoolExecutor(2) as pool:
    for table in "orders", "logins":
        con.execute(f"DROP TABLE IF EXISTS {table}")
        con.execute(f"CREATE TABLE {table} (line TEXT)")
    for path, status in pool.map(ask, ["/order", "/login"]):
        print(path, status)
