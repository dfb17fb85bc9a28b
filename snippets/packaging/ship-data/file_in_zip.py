import sys
from pathlib import Path

sys.path.insert(0, "periodic.pyz")
import periodic

notice = Path(periodic.__file__).with_name("credits.txt")
print(notice.read_text(encoding="utf-8"))
