from pathlib import Path

from one_record import VARIANTS, make
from traced import traced

SIZES = (100, 1_000, 10_000)
print(f"{'bytes read':10}", *(f"{size:>10,}" for size in SIZES))
for name in VARIANTS:
    counts = []
    for size in SIZES:
        for old in Path().glob(f"{size}.*"):
            old.unlink()
        make(name, size)
        counts.append(traced("one_record", name, size, ".")["find"])
    print(f"{name:10}", *(f"{count['read']:10,}" for count in counts))
