import base64
import shelve
import shutil
import zlib
from pathlib import Path

packed = base64.b64decode(Path("debian_shelf.txt").read_bytes())
folder = Path("moved")
shutil.rmtree(folder, ignore_errors=True)
folder.mkdir()
(folder / "scores.db").write_bytes(zlib.decompress(packed))

print(b"alice" in (folder / "scores.db").read_bytes())
for flag in ("w", "c"):
    try:
        with shelve.open(str(folder / "scores"), flag=flag) as shelf:
            print(flag, dict(shelf))
    except Exception as error:
        print(flag, f"{type(error).__name__}: {error}")
