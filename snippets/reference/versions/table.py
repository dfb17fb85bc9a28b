import sys

import file_rows
import object_rows
import sqlite_rows
import text_rows
from probe import outcome

running = f"Python {sys.version_info.major}.{sys.version_info.minor}"
print(f"since  {'tried':26}{running}")
for rows in (sqlite_rows, object_rows, text_rows, file_rows):
    print()
    for version, tried, function in rows.ROWS:
        print(f"{version}   {tried:26}{outcome(function)}")
