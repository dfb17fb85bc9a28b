import pickle
from pathlib import Path

with Path(__file__).open(encoding="utf-8") as file:
    try:
        pickle.dumps(file)
    except TypeError as error:
        print(error)
