import bz2
import gzip
import json
import lzma
import pickle
from pathlib import Path

value = {"tea": 3}
data = pickle.dumps(value)
samples = {
    "pointer": b"version https://git-lfs.github.com/spec/v1\n",
    "page": b"<!DOCTYPE html>\n<title>404 Not Found</title>\n",
    "packed": gzip.compress(data),
    "text": json.dumps(value).encode(),
    "good": data,
    "packed_2": bz2.compress(data),
    "packed_3": lzma.compress(data),
    "list": json.dumps([value]).encode(),
    "zip": b"PK\x03\x04",
    "array": b"\x93NUMPY",
    "hdf5": b"\x89HDF",
    "database": b"SQLite format 3",
    "table": b"name,price\ntea,3\ncake,4\njuice,2\negg,5\n",
}
for name, data in samples.items():
    Path(f"{name}.pkl").write_bytes(data)
