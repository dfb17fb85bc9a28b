import gzip
import pickle

for what, data in (
    ("a Git LFS pointer", b"version https://git-lfs"),
    ("a web page", b"<!doctype html>"),
    ("gzip", gzip.compress(pickle.dumps([1]))),
):
    try:
        pickle.loads(data)
    except pickle.UnpicklingError as error:
        print(f"{what}: UnpicklingError: {error}")
