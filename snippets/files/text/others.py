from pathlib import Path

menu = "crème brûlée\n"
Path("windows.txt").write_text(menu, encoding="cp1252")
Path("utf16.txt").write_text(menu, encoding="utf-16")
Path("menu.gz").write_bytes(b"\x1f\x8b\x08\x00")  # how gzip begins

for path in map(Path, ["windows.txt", "utf16.txt", "menu.gz"]):
    try:
        path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        print(path, error, sep=": ")
