import configparser
import io

TEXT = """\
# the shop
[server]
port = 8000
debug = no
"""
config = configparser.ConfigParser()
config.read_string(TEXT)
server = config["server"]
print(repr(server["port"]), bool(server["debug"]))
print(server.getint("port"), server.getboolean("debug"))

file = io.StringIO()
config.write(file)
print(file.getvalue().rstrip())
