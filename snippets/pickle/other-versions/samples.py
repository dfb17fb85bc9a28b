import gzip
import json
import pickle
from pathlib import Path

value = {"tea": 3}
samples = {
    "pointer": b"version https://git-lfs.github.com/spec/v1\n",
    "page": b"<!DOCTYPE html>\n<title>404 Not Found</title>\n",
    "packed": gzip.compress(pickle.dumps(value), mtime=0),
    "text": json.dumps(value).encode(),
    "good": pickle.dumps(value),
}
for name, data in samples.items():
    Path(f"{name}.pkl").write_bytes(data)
