from version1 import ADD, FILE, open_list

FILE.unlink(missing_ok=True)
with open_list() as con, con:
    con.execute(ADD, ("Dune", "Frank Herbert", True))
    con.execute(ADD, ("Emma", "Jane Austen", False))
    (version,) = con.execute("PRAGMA user_version").fetchone()
    print("version", version)
