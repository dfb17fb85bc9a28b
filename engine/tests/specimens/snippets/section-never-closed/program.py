import sqlite3

# --8<-- [start:connect]
con = sqlite3.connect(":memory:")
con.close()
