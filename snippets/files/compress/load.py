import gzip
import pickle

with gzip.open("squares.pickle.gz", "rb") as file:
    print(pickle.load(file)[99])
