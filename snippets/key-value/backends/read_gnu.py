import struct
from pathlib import Path

HEADER = "=IIqIIII"
SLOT = "=i4xqII"


def gnu_items(path):
    """Yield the keys and values of a file of dbm.gnu, as bytes."""
    data = Path(path).read_bytes()
    header = struct.unpack_from(HEADER, data)
    magic, _, start, size, _, length, slots = header
    if magic != 0x13579ACF:
        raise ValueError("not a file of dbm.gnu on a 64-bit machine")
    places = struct.unpack_from(f"={size // 8}q", data, start)
    for bucket in dict.fromkeys(places):
        end = bucket + length
        for slot in range(end - slots * 24, end, 24):
            item = struct.unpack_from(SLOT, data, slot)
            used, key, key_size, value_size = item
            if used != -1:
                value = key + key_size
                yield data[key:value], data[value : value + value_size]


for key, value in gnu_items("gnu_prices"):
    print(key.decode(), value.decode())
