import os

os.environ["SHOP_DEBUG"] = "false"
print("debug:", bool(os.environ["SHOP_DEBUG"]))

os.environ["SHOP_PORT"] = 9000
