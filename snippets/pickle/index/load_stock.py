import pickle
from contextlib import closing
from pathlib import Path

stock = pickle.loads(Path("stock.pickle").read_bytes())
with closing(stock.con):
    print(stock.path, stock.con.execute("SELECT 1 + 1").fetchone())
