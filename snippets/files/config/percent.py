import configparser


def server(text, **options):
    config = configparser.ConfigParser(**options)
    config.read_string(f"[server]\n{text}")
    return config["server"]


def level(value):
    section = server("")
    section["level"] = value
    return section["level"]


WRONG = {
    "a percent sign that is stored": lambda: level("50%"),
    "no such key": lambda: server("log = %(home)s/log")["log"],
    "a date format": lambda: server("day = %d.%m.%Y")["day"],
}
RIGHT = [
    level("50%%"),
    server("log = %(home)s/log\nhome = /srv")["log"],
    server("day = %d.%m.%Y", interpolation=None)["day"],
]
for (what, attempt), right in zip(WRONG.items(), RIGHT, strict=True):
    try:
        attempt()
    except (configparser.Error, ValueError) as error:
        print(f"{what}: {type(error).__name__}: {error}")
    print("    right:", right)
