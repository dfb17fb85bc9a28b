from batches import VARIANTS, amount
from traced import traced

print("syncs for 10,000 rows")
print(f"{'a commit':10}", *(f"{name:>12}" for name in VARIANTS))
for size in (1, 10, 100, 1_000, 10_000):
    rows = amount(size)
    syncs = (
        traced("batches", name, size)["insert"]["syncs"]
        for name in VARIANTS
    )
    each = (10_000 * count // rows for count in syncs)
    print(f"{size:10,}", *(f"{count:12,}" for count in each))
