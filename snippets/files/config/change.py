from pathlib import Path

import tomlkit

text = Path("app.toml").read_text(encoding="utf-8")
document = tomlkit.parse(text)
document["server"]["port"] = 8080

new = Path("my.new")
new.write_text(tomlkit.dumps(document), encoding="utf-8")
new.replace("my.toml")
