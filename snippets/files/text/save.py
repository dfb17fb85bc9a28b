from pathlib import Path

menu = "crème brûlée\ncalled “burnt cream”\n"
Path("menu.txt").write_text(menu, encoding="utf-8", newline="\n")
