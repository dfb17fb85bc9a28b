import bz2
import gzip
import lzma

import orders

one = "".join(orders.lines(1)).encode()
many = "".join(orders.lines(10_000)).encode()
packed = lzma.compress(many)

print("size in %, rounded to tens")
print("      one line  10,000 lines  already compressed")
for module in (gzip, bz2, lzma):
    shares = [
        round(len(module.compress(data)) / len(data) * 10) * 10
        for data in (one, many, packed)
    ]
    print(
        f"{module.__name__:4}{shares[0]:10}{shares[1]:14}{shares[2]:20}"
    )
