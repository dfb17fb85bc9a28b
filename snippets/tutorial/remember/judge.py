import json
from pathlib import Path

import trial

FILE = Path("settings.json")
OLD = {"theme": "light", "size": 12}
NEW = {"theme": "dark", "size": 12}


def prepare():
    FILE.write_text(json.dumps(OLD), encoding="utf-8")


def read():
    return json.loads(FILE.read_text(encoding="utf-8"))


trial.judge(prepare, read, NEW, OLD)
