import sqlite3

# --8<-- [start:connect]
con = sqlite3.connect(":memory:")
# --8<-- [end:conect]
con.close()
