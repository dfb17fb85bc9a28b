import io
import tarfile
from itertools import islice
from pathlib import Path

TEA, MILK = "notes/tea.txt", "../milk.txt"
file = io.BytesIO()
with tarfile.open(fileobj=file, mode="w") as archive:
    for name in (TEA, MILK):
        member = tarfile.TarInfo(name)
        member.size = 600
        archive.addfile(member, io.BytesIO(bytes(600)))
TAR = file.getvalue()


def names(data, mode="r", most=None):
    with tarfile.open(fileobj=io.BytesIO(data), mode=mode) as archive:
        return [each.name for each in islice(archive, most)]


def unpack(name, new_name):
    with tarfile.open(fileobj=io.BytesIO(TAR)) as archive:
        member = archive.getmember(name).replace(name=new_name)
        archive.extract(member, "out", filter="data")
    return new_name


CASES = {
    "not an archive": (names, [b"<!DOCTYPE html>"], [TAR]),
    "not compressed": (names, [TAR, "r:gz"], [TAR, "r"]),
    "cut short": (names, [TAR[:2500]], [TAR[:2500], "r", 1]),
    "a name without its folder": (unpack, ["tea.txt"] * 2, [TEA] * 2),
    "a path that leads out": (unpack, [MILK] * 2, [MILK, "milk.txt"]),
}
for what, (function, wrong, right) in CASES.items():
    try:
        function(*wrong)
    except (KeyError, tarfile.TarError) as error:
        said = str(error).replace(str(Path.cwd()), "…").splitlines()[0]
        print(f"{what}: {type(error).__name__}: {said}")
    print("    right:", function(*right))
