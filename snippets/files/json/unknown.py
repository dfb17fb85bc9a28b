import json
from datetime import date

try:
    json.dumps({"due": date(2026, 3, 1)})
except TypeError as error:
    print("TypeError:", error)
