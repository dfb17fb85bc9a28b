import ast
import json
from pathlib import Path

path = Path("zoom.json")
settings = ast.literal_eval(path.read_text(encoding="utf-8"))
path.write_text(json.dumps(settings), encoding="utf-8")
