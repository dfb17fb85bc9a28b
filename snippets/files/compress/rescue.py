import zlib
from pathlib import Path

import orders

decompressor = zlib.decompressobj(wbits=31)  # 31: with gzip's header
data = decompressor.decompress(Path("cut.gz").read_bytes())
print("complete:", decompressor.eof)

whole = data.decode("utf-8", "ignore").splitlines(keepends=True)[:-1]
saved = list(orders.lines(10_000))
print("the lines are as saved:", whole == saved[: len(whole)])
print("a third of them or more:", len(whole) >= len(saved) / 3)
