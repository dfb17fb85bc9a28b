import json
import sqlite3
from contextlib import closing

import tagged

text = json.dumps({"price": float("nan")})
with closing(sqlite3.connect(":memory:")) as con:
    (valid,) = con.execute("SELECT json_valid(?)", (text,)).fetchone()
print(text, "- json_valid of SQLite:", valid)

try:
    tagged.dumps({"price": float("nan")})
except ValueError as error:
    print(str(error).removesuffix(": nan"))
