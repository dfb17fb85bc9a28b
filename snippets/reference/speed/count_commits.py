from commits import JOURNALS, LEVELS
from traced import traced

for kind in ("syncs", "written"):
    print(f"{kind:10}", *(f"{level:>9}" for level in LEVELS))
    for journal in JOURNALS:
        counts = (
            traced("commits", f"{journal} {level}", 20)["commit"][kind]
            for level in LEVELS
        )
        print(f"{journal:10}", *(f"{count:9,}" for count in counts))
