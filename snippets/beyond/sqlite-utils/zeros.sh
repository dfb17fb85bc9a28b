rm -f shop.db
python -m sqlite_utils insert shop.db guessed shop.csv --csv --silent
python -m sqlite_utils insert shop.db typed shop.csv --csv --silent \
    --type isbn text
python show.py shop.db
