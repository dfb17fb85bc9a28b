from pathlib import Path

Path("other.py").write_text("print(2)\n")
