import configparser
from pathlib import Path


def attempt(text, encoding="utf-8", **options):
    path = "test.ini"
    Path(path).write_text(text, encoding="utf-8")
    config = configparser.ConfigParser(**options)
    try:
        config.read(path, encoding=encoding)
        print(dict(config["server"]))
    except configparser.Error as error:
        print(error)


attempt("port = 8000\n")
attempt("[server]\nport = 8000\n")

attempt("\ufeff[server]\nport = 8000\n")
attempt("\ufeff[server]\nport = 8000\n", encoding="utf-8-sig")

attempt("[server]\nlevel = 50%\n")
attempt("[server]\nlevel = 50%\n", interpolation=None)
