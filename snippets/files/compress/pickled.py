import gzip
import pickle

squares = {number: number**2 for number in range(10_000)}
with gzip.open("squares.pickle.gz", "wb") as file:
    pickle.dump(squares, file)
