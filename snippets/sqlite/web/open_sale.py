from contextlib import closing

from database import connect, transaction


def open_sale(seats):
    with closing(connect()) as con, transaction(con):
        con.execute("DROP TABLE IF EXISTS sale")
        con.execute("CREATE TABLE sale (free INTEGER)")
        con.execute("INSERT INTO sale VALUES (?)", (seats,))
        con.execute("DROP TABLE IF EXISTS tickets")
        con.execute("CREATE TABLE tickets (seat INTEGER)")
