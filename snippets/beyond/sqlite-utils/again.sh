python show.py books.db
