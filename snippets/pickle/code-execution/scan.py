import pickle
import pickletools
from pathlib import Path

BLOCKED = {"builtins eval", "builtins exec", "os system"}


def names(data):
    texts = []
    for step, argument, _ in pickletools.genops(data):
        if step.name == "STACK_GLOBAL":
            yield " ".join(texts[-2:])
        elif isinstance(argument, str):
            texts.append(argument)


owned = Path("owned.txt")
for path in (Path("user.pickle"), Path("timed.pickle")):
    data = path.read_bytes()
    found = list(names(data))
    print(path, "uses", found)
    if BLOCKED.isdisjoint(found):
        owned.unlink(missing_ok=True)
        pickle.loads(data)
        print("passed the scan; wrote owned.txt:", owned.exists())
