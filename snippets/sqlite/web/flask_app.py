from database import connect, transaction
from flask import Flask, g

app = Flask(__name__)


def get_connection():
    if "con" not in g:
        g.con = connect()
    return g.con


@app.teardown_appcontext
def close_connection(error):
    if "con" in g:
        g.pop("con").close()


@app.post("/buy")
def buy():
    con = get_connection()
    with transaction(con):
        (free,) = con.execute("SELECT free FROM sale").fetchone()
        if free == 0:
            return "sold out", 409
        con.execute("INSERT INTO tickets VALUES (?)", (free,))
        con.execute("UPDATE sale SET free = ?", (free - 1,))
    return f"seat {free}", 201
