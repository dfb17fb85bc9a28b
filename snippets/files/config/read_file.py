import configparser
from pathlib import Path

config = configparser.ConfigParser()
try:
    with Path("shop.ini").open(encoding="utf-8") as file:
        config.read_file(file)
except FileNotFoundError as error:
    print(error)
