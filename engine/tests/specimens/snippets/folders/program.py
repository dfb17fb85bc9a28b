import tempfile
from pathlib import Path

print(Path("data.db").resolve())
print(Path.home() / ".config")
print(tempfile.gettempdir())
