import shutil
import venv
from importlib.metadata import files
from pathlib import Path

venv.create("env", clear=True)
(packages,) = Path("env").rglob("site-packages")

for file in files("platformdirs"):
    if file.suffix != ".pyc":
        copy = packages / file
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file.locate(), copy)
