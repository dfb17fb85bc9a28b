python server.py move.py books.db
