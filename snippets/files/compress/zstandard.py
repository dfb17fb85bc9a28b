import orders
from compression import zstd

text = "".join(orders.lines(10_000))
with zstd.open("orders.zst", "wt", encoding="utf-8") as file:
    file.write(text)
with zstd.open("orders.zst", "rt", encoding="utf-8") as file:
    print("same:", file.read() == text)
