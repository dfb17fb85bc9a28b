import gzip
import zlib
from pathlib import Path

data = bytearray(Path("orders.jsonl.gz").read_bytes())
data[-8] ^= 1  # one bit of the checksum

try:
    gzip.decompress(data)
except (gzip.BadGzipFile, zlib.error) as error:
    print(error)
