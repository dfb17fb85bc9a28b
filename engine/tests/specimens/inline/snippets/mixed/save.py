from pathlib import Path

TEXT = "kept"
Path("note.txt").write_text(TEXT, encoding="utf-8")
