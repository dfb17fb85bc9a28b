from pathlib import Path

Path(Path.cwd().anchor, "left-by-a-specimen").touch()
