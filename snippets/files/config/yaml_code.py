from pathlib import Path

import yaml

TEXT = "!!python/object/apply:os.mkdir [owned]"
owned = Path("owned")
if owned.exists():
    owned.rmdir()

try:
    yaml.load(TEXT)
except TypeError as error:
    print(error)

try:
    yaml.safe_load(TEXT)
except yaml.YAMLError as error:
    print(error)
print("it ran:", owned.exists())

yaml.unsafe_load(TEXT)
print("it ran:", owned.exists())
