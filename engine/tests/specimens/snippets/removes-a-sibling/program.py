from pathlib import Path

Path("other.py").unlink()
