from open_sale import open_sale
from visitors import buy_all

open_sale(50)
worker = "flask --app flask_app run"
buy_all(worker, worker)
