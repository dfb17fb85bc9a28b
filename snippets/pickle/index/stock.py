import sqlite3


class Stock:
    def __init__(self, path):
        self.path = path
        self.con = sqlite3.connect(path)

    def __getstate__(self):
        return {"path": self.path}

    def __setstate__(self, state):
        self.__init__(state["path"])
