from pathlib import Path

Path("made").mkdir()
