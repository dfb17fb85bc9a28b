from salvage import salvage

salvage("table.db", "saved.db")
