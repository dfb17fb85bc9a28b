import configparser
from pathlib import Path

Path("there.ini").write_text("[server]\nport = 8000\n", "utf-8")

for path in ("there.ini", "shop.ini"):
    config = configparser.ConfigParser()
    try:
        with Path(path).open(encoding="utf-8") as file:
            config.read_file(file)
        print(config.getint("server", "port"))
    except FileNotFoundError as error:
        print(error)
