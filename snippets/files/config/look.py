import os
import secrets
import subprocess
import sys
from pathlib import Path

token = secrets.token_hex(16)
for arguments in (["careless"], []):
    command = [sys.executable, "account.py", *arguments]
    env = os.environ | {"SHOP_TOKEN": token}
    subprocess.run(command, env=env, check=True)

    files = [path for path in Path().iterdir() if path.is_file()]
    leaks = [p.name for p in files if token.encode() in p.read_bytes()]
    print("  files that hold the token:", leaks)
