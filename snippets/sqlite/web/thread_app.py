from contextlib import closing

from database import connect, transaction
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route


def buy(request):
    with closing(connect()) as con, transaction(con):
        (free,) = con.execute("SELECT free FROM sale").fetchone()
        if free == 0:
            return PlainTextResponse("sold out", 409)
        con.execute("INSERT INTO tickets VALUES (?)", (free,))
        con.execute("UPDATE sale SET free = ?", (free - 1,))
    return PlainTextResponse(f"seat {free}", 201)


app = Starlette(routes=[Route("/buy", buy, methods=["POST"])])
