"""Compress the JSON of 20,000 people, and get it back."""

import bz2
import json
import lzma
import zlib

from people import people

SIZES = [20_000]
CODES = {
    "zlib 1": (lambda data: zlib.compress(data, 1), zlib.decompress),
    "zlib 6": (lambda data: zlib.compress(data, 6), zlib.decompress),
    "zlib 9": (lambda data: zlib.compress(data, 9), zlib.decompress),
    "bz2 1": (lambda data: bz2.compress(data, 1), bz2.decompress),
    "bz2 9": (lambda data: bz2.compress(data, 9), bz2.decompress),
    "lzma 0": (lambda d: lzma.compress(d, preset=0), lzma.decompress),
    "lzma 6": (lambda d: lzma.compress(d, preset=6), lzma.decompress),
}
VARIANTS = [*CODES]


def sample(timed, variant, size):
    compress, decompress = CODES[variant]
    data = json.dumps(people(size)).encode()
    with timed("compress"):
        packed = compress(data)
    with timed("decompress"):
        found = decompress(packed)
    assert found == data
    return len(packed) / len(data)
