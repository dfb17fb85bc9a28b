import sqlite3
from threading import Lock


class Notes:
    def __init__(self, path):
        self.path = path
        self.open()

    def open(self):
        self.con = sqlite3.connect(self.path)
        self.con.execute("CREATE TABLE IF NOT EXISTS notes (text)")
        self.lock = Lock()

    def close(self):
        self.con.close()

    def add(self, text):
        with self.lock, self.con:
            self.con.execute("INSERT INTO notes VALUES (?)", (text,))

    def texts(self):
        rows = self.con.execute("SELECT text FROM notes")
        return [text for (text,) in rows]

    # --8<-- [start:state]
    def __getstate__(self):
        state = self.__dict__.copy()
        del state["con"], state["lock"]
        return state

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.open()
        # --8<-- [end:state]
