import json
import os
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass
class Account:
    user: str
    token: str = field(repr=False)


account = Account("ada", os.environ.get("SHOP_TOKEN", ""))
print(account)

kept = {"user": account.user}
if "careless" in sys.argv:
    kept = asdict(account)
Path("account.json").write_text(json.dumps(kept), encoding="utf-8")
