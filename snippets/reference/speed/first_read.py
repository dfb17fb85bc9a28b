"""Import a module, open a file, read it: what a process does first."""

from importlib import import_module

VARIANTS = [
    *("json", "pickle", "marshal", "csv"),
    *("sqlite3", "dbm.dumb", "msgspec", "orjson"),
]
SIZES = [100]


def make(variant, size):
    from people import people

    rows = people(size)
    module = import_module(variant)
    if variant in ("json", "pickle", "marshal", "orjson"):
        data = module.dumps(rows)
        data = data.encode() if isinstance(data, str) else data
    elif variant == "msgspec":
        data = module.msgpack.encode(rows)
    elif variant == "csv":
        data = "".join(
            ",".join(map(str, r.values())) + "\n" for r in rows
        )
        data = data.encode()
    elif variant == "sqlite3":
        con = module.connect("people.sqlite3")
        con.execute("CREATE TABLE people (id, name, age, email)")
        con.executemany(
            "INSERT INTO people VALUES (:id, :name, :age, :email)", rows
        )
        con.commit()
        con.close()
        return
    else:
        with module.open("people.dbm", "n") as file:
            for row in rows:
                file[str(row["id"])] = repr(row)
        return
    with open(f"people.{variant}", "wb") as file:
        file.write(data)


def sample(timed, variant, size):
    with timed("import"):
        module = import_module(variant)
    with timed("open and read"):
        count = read(module, variant)
    assert count == size, count


def read(module, variant):
    if variant == "sqlite3":
        con = module.connect("people.sqlite3")
        rows = con.execute("SELECT * FROM people").fetchall()
        con.close()
    elif variant == "dbm.dumb":
        with module.open("people.dbm", "r") as file:
            rows = [file[key] for key in file]
    elif variant == "csv":
        with open("people.csv", newline="", encoding="utf-8") as file:
            rows = list(module.reader(file))
    else:
        with open(f"people.{variant}", "rb") as file:
            data = file.read()
        if variant == "msgspec":
            rows = module.msgpack.decode(data)
        else:
            rows = module.loads(data)
    return len(rows)
