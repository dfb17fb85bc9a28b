export DATABASE_URL=postgresql+psycopg://
python server.py save.py
