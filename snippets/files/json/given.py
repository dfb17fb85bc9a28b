import json
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Note:
    title: str


data = {"title": "Tea", "year": 2026}
PATH = Path("note.json")
PATH.write_text(json.dumps(data), encoding="utf-8")
twice = json.dumps(json.dumps(data))
long = "9" * 5000

WRONG = {
    "a name in place of a file": lambda: json.load("note.json"),
    "data in place of text": lambda: json.loads(data),
    "dumped twice": lambda: json.loads(twice)["title"],
    "a field too many": lambda: Note(**data),
    "a number of 5000 digits": lambda: json.loads(long),
}
RIGHT = [
    json.loads(PATH.read_bytes()),
    data["title"],
    json.loads(json.loads(twice))["title"],
    Note(data["title"]),
    len(json.loads(long, parse_int=str)),
]
for (what, attempt), right in zip(WRONG.items(), RIGHT, strict=True):
    try:
        attempt()
    except (AttributeError, TypeError, ValueError) as error:
        said = str(error).partition("; ")[0]
        print(f"{what}: {type(error).__name__}: {said}")
    print("    right:", right)
