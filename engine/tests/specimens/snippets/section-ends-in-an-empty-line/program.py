import sqlite3

# --8<-- [start:connect]
con = sqlite3.connect(":memory:")

# --8<-- [end:connect]
con.close()
