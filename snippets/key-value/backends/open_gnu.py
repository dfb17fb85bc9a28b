import base64
import dbm
import zlib
from pathlib import Path

packed = base64.b64decode(Path("gnu_prices.txt").read_bytes())
Path("gnu_prices").write_bytes(zlib.decompress(packed))

with dbm.open("gnu_prices", "r") as prices:
    print(prices["tea"])
