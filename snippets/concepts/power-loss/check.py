from pathlib import Path


def check():
    text = Path("score.txt").read_text(encoding="utf-8")
    return {"old: 100 points\n": "old", "new: 200 points\n": "new"}[
        text
    ]
