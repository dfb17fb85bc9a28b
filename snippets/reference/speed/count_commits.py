from itertools import product

from commits import JOURNALS, LEVELS
from traced import traced

counts = {
    pair: traced("commits", " ".join(pair), 20)["commit"]
    for pair in product(JOURNALS, LEVELS)
}
for kind in ("syncs", "written"):
    print(f"{kind:10}", *(f"{level:>9}" for level in LEVELS))
    for journal in JOURNALS:
        row = (counts[journal, level][kind] for level in LEVELS)
        print(f"{journal:10}", *(f"{count:9,}" for count in row))
