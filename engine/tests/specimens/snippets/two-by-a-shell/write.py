from pathlib import Path

Path("note.txt").write_text("kept", encoding="utf-8")
