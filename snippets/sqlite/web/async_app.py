import aiosqlite
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route


async def buy(request):
    async with aiosqlite.connect(
        "sale.db", timeout=30, isolation_level=None
    ) as con:
        await con.execute("BEGIN IMMEDIATE")
        rows = await con.execute_fetchall("SELECT free FROM sale")
        [(free,)] = rows
        if free == 0:
            return PlainTextResponse("sold out", 409)
        await con.execute("INSERT INTO tickets VALUES (?)", (free,))
        await con.execute("UPDATE sale SET free = ?", (free - 1,))
        await con.execute("COMMIT")
    return PlainTextResponse(f"seat {free}", 201)


app = Starlette(routes=[Route("/buy", buy, methods=["POST"])])
