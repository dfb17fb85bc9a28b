from pathlib import Path

from people import import_people

import_people(Path("bad.csv"))
