from contextlib import closing

from bank import connect

with closing(connect()) as con:
    for account, cents in con.execute("""
        SELECT account, sum(cents) FROM moves
        GROUP BY account ORDER BY account
    """):
        print(account, cents)
    (total,) = con.execute(
        "SELECT ifnull(sum(cents), 0) FROM moves"
    ).fetchone()
    print("total", total)
