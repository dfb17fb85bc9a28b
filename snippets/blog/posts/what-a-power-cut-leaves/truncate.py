from pathlib import Path

path = Path("note.txt")
path.write_text("the old note\n")

with path.open("w", newline="") as file:
    print("opened: ", path.stat().st_size, "bytes")
    file.write("the new note\n")
    print("written:", path.stat().st_size, "bytes")
print("closed: ", path.stat().st_size, "bytes")
