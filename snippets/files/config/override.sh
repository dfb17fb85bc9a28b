SHOP_PORT=9000 SHOP_DEBUG=1 python show.py
SHOP_DEBUG=0 python show.py
