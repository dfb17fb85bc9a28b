import tomllib
from pathlib import Path

with Path("app.toml").open(encoding="utf-8") as file:
    tomllib.load(file)
