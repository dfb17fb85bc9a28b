from pathlib import Path

import settings

print(Path("my.toml").read_text(encoding="utf-8"))
print(settings.load("my.toml"))
