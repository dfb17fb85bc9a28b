from pathlib import Path

from people import import_people

import_people(Path("people.csv"))
