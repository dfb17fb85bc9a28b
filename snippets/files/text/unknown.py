from pathlib import Path

old = Path("windows.txt").read_bytes()
for errors in ("ignore", "replace", "surrogateescape"):
    text = old.decode("utf-8", errors=errors)
    print(f"{errors}: {text!a}")
    try:
        print("  written back:", text.encode("utf-8"))
    except UnicodeEncodeError as error:
        print(" ", error)
    same = text.encode("utf-8", errors="surrogateescape") == old
    print("  same bytes, if written the same way:", same)
