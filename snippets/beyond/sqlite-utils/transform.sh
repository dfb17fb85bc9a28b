python -m sqlite_utils transform books.db books \
    --type pages integer --rename author writer --not-null writer
python show.py books.db
