import configparser

config = configparser.ConfigParser()
print(config.read("shop.ini", encoding="utf-8"))
print(config.get("server", "port"))
