from back import everything, word
from values import VALUES

FORMATS = ("pickle", "shelve", "marshal", "json", "csv", "sqlite")


def show(name, cells):
    columns = (f"{cell:8}" for cell in cells)
    print(f"{name:16}", " ".join(columns).rstrip())


back = everything()
show("", FORMATS)
for name in VALUES:
    show(name, [word(back, format, name) for format in FORMATS])
