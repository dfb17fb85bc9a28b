import sqlite3

# --8<-- [start:connect]
# --8<-- [end:connect]
sqlite3.connect(':memory:').close()
