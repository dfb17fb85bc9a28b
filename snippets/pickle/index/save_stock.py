import pickle
from contextlib import closing
from pathlib import Path

from stock import Stock

stock = Stock("stock.db")
with closing(stock.con):
    Path("stock.pickle").write_bytes(pickle.dumps(stock))
