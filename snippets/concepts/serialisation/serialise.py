import json
from pathlib import Path

accounts = {"ann": 300, "bob": 200}
text = json.dumps(accounts)

print(text, json.loads(text) == accounts)
print("a file:", Path("accounts.json").exists())
