from formats import VARIANTS
from traced import traced

SIZES = (100, 1_000, 10_000)
print(f"{'bytes':10}", *(f"{size:>12,}" for size in SIZES))
for name in VARIANTS:
    counts = [traced("formats", name, size) for size in SIZES]
    for block, kind in (("write", "written"), ("read", "read")):
        cells = (f"{count[block][kind]:12,}" for count in counts)
        print(f"{name:10}", *cells, f" {kind}")
