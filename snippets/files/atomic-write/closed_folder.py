import os
import sys
from pathlib import Path

from atomic import atomic_write

# root may write everywhere: start again without that right
if os.geteuid() == 0 and "limited" not in sys.argv:
    limit = ["setpriv", "--bounding-set=-dac_override"]
    os.execvp(limit[0], [*limit, sys.executable, __file__, "limited"])

plan = Path("closed/plan.txt")
plan.parent.mkdir(exist_ok=True)
plan.write_text("old plan", encoding="utf-8")
plan.parent.chmod(0o555)

try:
    atomic_write(plan, b"new plan")
except PermissionError as error:
    print("atomic_write:", error.strerror)
print(plan.read_text(encoding="utf-8"))

plan.write_text("in place", encoding="utf-8")
print(plan.read_text(encoding="utf-8"))
