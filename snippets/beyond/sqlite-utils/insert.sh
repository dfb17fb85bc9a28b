rm -f books.db  # to begin from nothing each time
python -m sqlite_utils insert books.db books books.json --pk title \
    --silent
python show.py books.db
