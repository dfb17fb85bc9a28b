import tomlkit
from tomlkit.exceptions import ConvertError

server = {"host": "localhost", "proxy": None}
try:
    tomlkit.dumps(server)
except ConvertError as error:
    print(error)

known = {k: v for k, v in server.items() if v is not None}
print(tomlkit.dumps(known), end="")
print("proxy:", tomlkit.parse(tomlkit.dumps(known)).get("proxy"))
