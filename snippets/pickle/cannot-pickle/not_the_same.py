import importlib
import pickle

import menu

order = menu.Order("tea")
importlib.reload(menu)

for value in (order, menu.Size("large")):
    try:
        pickle.dumps(value)
    except pickle.PicklingError as error:
        print(error)
