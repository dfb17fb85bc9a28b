from blobs import SIZES, VARIANTS
from traced import traced

print(f"{'':12}", *(f"{size:>10,}" for size in SIZES))
for name in VARIANTS:
    counts = [traced("blobs", name, size) for size in SIZES]
    for block, kind in (
        ("write", "syncs"),
        ("write", "written"),
        ("read", "read"),
    ):
        cells = (f"{count[block][kind]:10,}" for count in counts)
        print(f"{name:12}", *cells, f" {kind}")
