from pathlib import Path

new = Path("app/plan.txt.new")
new.parent.mkdir(exist_ok=True)
new.write_text("new plan\n", encoding="utf-8")
new.replace("app/plan.txt")
