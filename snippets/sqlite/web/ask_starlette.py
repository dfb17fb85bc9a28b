from open_sale import open_sale
from visitors import buy_all

open_sale(50)
buy_all("uvicorn thread_app:app", "uvicorn async_app:app")
