import pickle

from lazy import Lazy, Place, Point

for value in Point(1, 2), Lazy(Place, 1, 2):
    try:
        pickle.dumps(value)
    except pickle.PicklingError as error:
        print(f"{type(error).__name__}: {error}")
