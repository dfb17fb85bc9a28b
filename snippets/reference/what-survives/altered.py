from back import everything
from values import VALUES, same

back = everything()
for format in ("json", "sqlite", "csv"):
    for name, sent in VALUES.items():
        value = back.get((format, name), sent)
        if not same(sent, value):
            print(f"{format:6} {name:16} {value!r}")
