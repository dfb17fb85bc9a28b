import sqlite3

# --8<-- [strat:connect]
con = sqlite3.connect(":memory:")
# --8<-- [end:connect]
con.close()
