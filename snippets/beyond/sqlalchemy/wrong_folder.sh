cd versions
python -m alembic upgrade head
