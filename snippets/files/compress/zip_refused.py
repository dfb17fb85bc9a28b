import io
import traceback
import zipfile
from base64 import b64decode

SECRET = b64decode(  # what `zip --password tea` made of a file
    "UEsDBAoACQAAAABgYVzkUjYXEAAAAAQAAAAHAAAAdGVhLnR4dH57CRlvPwLl"
    "cNcoYxKI3SJQSwcI5FI2FxAAAAAEAAAAUEsBAh4DCgAJAAAAAGBhXORSNhcQ"
    "AAAABAAAAAcAAAAAAAAAAAAAAKSBAAAAAHRlYS50eHRQSwUGAAAAAAEAAQA1"
    "AAAARQAAAAAA"
)
file = io.BytesIO()
with zipfile.ZipFile(file, "w") as archive:
    archive.writestr("tea.txt", "2 cups\n")
    archive.writestr("milk.txt", "1 jug\n")
PLAIN = file.getvalue()
CHANGED = PLAIN.replace(b"2 cups", b"3 cups")
at = PLAIN.index(b"PK\x01\x02") + 10  # where tea.txt has its method
DEFLATE64 = PLAIN[:at] + b"\x09" + PLAIN[at + 1 :]


def read(data, name="tea.txt", pwd=None):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name, pwd)


CASES = {
    "no password given": (SECRET, {}, {"pwd": b"tea"}),
    "another password": (SECRET, {"pwd": b"Tea"}, {"pwd": b"tea"}),
    "a damaged file": (CHANGED, {}, {"name": "milk.txt"}),
    "compressed by Deflate64": (DEFLATE64, {}, {"name": "milk.txt"}),
}
for what, (data, wrong, right) in CASES.items():
    try:
        read(data, **wrong)
    except (RuntimeError, zipfile.BadZipFile) as error:
        (message,) = traceback.format_exception_only(error)
        print(f"{what}: {message}", end="")
    print("    right:", read(data, **right))
