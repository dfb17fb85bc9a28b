import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

CASES = [
    ("notes.py", 'con.execute("COMMIT")', "error"),
    (
        "notes.py",
        '"ALTER TABLE notes ADD COLUMN pinned NOT NULL DEFAULT 0"',
        "error",
    ),
    ("store.py", "file.close()", "error"),
    ("store.py", "file.close()", "error::ResourceWarning"),
]
TESTS = ["test_store.py", "test_killed.py"]


def failed(folder, warnings):
    options = ["-qq", "--tb=no", "-W", warnings]
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *TESTS],
        cwd=folder,
        capture_output=True,
        text=True,
    )
    return re.findall(r"^FAILED .*?::(\w+)", ran.stdout, re.MULTILINE)


for name, line, warnings in CASES:
    with TemporaryDirectory() as folder:
        copy = shutil.copytree(".", folder, dirs_exist_ok=True)
        program = Path(copy, name).read_text(encoding="utf-8")
        changed = program.replace(line, '""')
        Path(copy, name).write_text(changed, encoding="utf-8")
        print(f"without {line}, -W {warnings}:")
        print("   ", "\n    ".join(failed(copy, warnings) or ["-"]))
