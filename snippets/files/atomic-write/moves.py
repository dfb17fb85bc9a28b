import shutil
from pathlib import Path

shutil.rmtree("notes", ignore_errors=True)
old = Path("notes/old")
old.mkdir(parents=True)
tea = Path("notes/tea.txt")
for path in tea, old / "tea.txt":
    path.write_text("tea\n", encoding="utf-8")
loop = Path("notes/loop")
loop.symlink_to("loop")

CASES = {
    "a copy to its own folder": (
        lambda: shutil.copy(str(tea), "notes"),
        lambda: shutil.copy(tea, "notes/copy.txt"),
    ),
    "the folder has a file of that name": (
        lambda: shutil.move(tea, old),
        lambda: shutil.move(tea, old / tea.name),
    ),
    "a folder that is there": (
        lambda: shutil.copytree(old, "notes"),
        lambda: shutil.copytree(old, "notes", dirs_exist_ok=True),
    ),
    "a file in place of a folder": (
        lambda: (tea / "milk.txt").touch(),
        lambda: tea.with_name("milk.txt").touch(),
    ),
    "a link to itself": (loop.read_bytes, loop.unlink),
}
for what, (wrong, right) in CASES.items():
    try:
        wrong()
    except OSError as error:
        said = error.strerror or error
        print(f"{what}: {type(error).__name__}: {said}")
    right()
print(sorted(path.as_posix() for path in Path("notes").rglob("*")))
