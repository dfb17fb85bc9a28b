import os
import tomllib
from pathlib import Path

DEFAULTS = {"host": "localhost", "port": 80, "debug": False}
TRUTH = {"0": False, "1": True}


def load(path):
    with Path(path).open("rb") as file:
        settings = DEFAULTS | tomllib.load(file)["server"]
    if port := os.environ.get("SHOP_PORT"):
        settings["port"] = int(port)
    if debug := os.environ.get("SHOP_DEBUG"):
        settings["debug"] = TRUTH[debug]
    return settings
