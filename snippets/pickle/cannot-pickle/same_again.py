import importlib
import pickle
from pathlib import Path

import menu

order = menu.Order("tea")
importlib.reload(menu)
order = menu.Order(**vars(order))

values = [order, menu.get_colour("green")]
Path("order.pickle").write_bytes(pickle.dumps(values))
