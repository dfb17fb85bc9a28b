from weight import megabytes, modules

alone = megabytes("sqlalchemy", "typing_extensions")
print("SQLAlchemy, MB:", round(alone / 10) * 10)
alembic = megabytes("alembic", "Mako", "MarkupSafe")
print("Alembic adds less than 2 MB:", alembic < 2)
more = modules("import sqlalchemy.orm") - modules("import sqlite3")
print("over a hundred modules more than sqlite3:", more > 100)
