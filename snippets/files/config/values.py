import configparser
import tomllib

TWICE = "[server]\nport = 80\nport = 90\n"
TABLES = "[server]\n[paths]\n[server]\n"


def ini(text, **options):
    config = configparser.ConfigParser(**options)
    config.read_string(text)
    return config


debug = ini("[server]\ndebug = maybe\n")["server"]
empty = ini("[server]\n")

WRONG = {
    "a key twice": lambda: ini(TWICE),
    "a section twice": lambda: ini(TABLES),
    "no such key": lambda: empty.get("server", "port"),
    "neither yes nor no": lambda: debug.getboolean("debug"),
    "a number, not text": lambda: empty.set("server", "port", 80),
    "a key twice in TOML": lambda: tomllib.loads(TWICE),
    "a table twice in TOML": lambda: tomllib.loads(TABLES),
}
RIGHT = [
    dict(ini(TWICE, strict=False)["server"]),
    ini(TABLES, strict=False).sections(),
    empty.get("server", "port", fallback="80"),
    ini("[server]\ndebug = off\n")["server"].getboolean("debug"),
    dict(ini("[server]\nport = 80\n")["server"]),
    tomllib.loads("[server]\nports = [80, 90]\n"),
    tomllib.loads("[[server]]\n[paths]\n[[server]]\n"),
]
for (what, attempt), right in zip(WRONG.items(), RIGHT, strict=True):
    try:
        attempt()
    except (configparser.Error, TypeError, ValueError) as error:
        print(f"{what}: {type(error).__name__}: {error}")
    print("    right:", right)
