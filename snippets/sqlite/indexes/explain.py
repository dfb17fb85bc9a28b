def plan(con, sql, values=()):
    rows = con.execute(f"EXPLAIN QUERY PLAN {sql}", values)
    return "; ".join(row[3] for row in rows)


def work(con, sql, values=()):
    ticks = 0

    def tick():
        nonlocal ticks
        ticks += 1

    con.set_progress_handler(tick, 10_000)
    rows = con.execute(sql, values).fetchall()
    con.set_progress_handler(None, 10_000)
    return rows, f"{ticks * 10_000:,} steps"
