python -W always -c "import sqlite3; sqlite3.connect('data.db')" 2>&1 |
    grep -o "ResourceWarning: unclosed database"
