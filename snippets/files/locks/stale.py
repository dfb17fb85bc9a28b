from pathlib import Path

Path("exclusive.lock").touch(exist_ok=False)
