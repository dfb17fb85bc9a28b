from pathlib import Path

Path("score.txt").write_text("new: 200 points\n", encoding="utf-8")
print("saved", flush=True)
