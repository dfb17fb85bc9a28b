python save.py > sqlite.txt
export DATABASE_URL=postgresql+psycopg://
python server.py save.py > postgresql.txt
cmp sqlite.txt postgresql.txt && cat postgresql.txt
