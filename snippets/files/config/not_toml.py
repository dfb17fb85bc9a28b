import tomllib

for line in (
    "debug = yes",
    "proxy = None",
    r'folder = "C:\users"',
    "port: 8000",
    "debug = true",
    'proxy = ""',
    r"folder = 'C:\users'",
    "port = 8000",
):
    try:
        print(f"{line:20}  {tomllib.loads(line)}")
    except tomllib.TOMLDecodeError as error:
        print(f"{line:20}  {error}")
