from weight import megabytes, modules

for label, packages in {
    "SQLAlchemy": ["sqlalchemy", "typing_extensions"],
    "Alembic": ["alembic", "Mako", "MarkupSafe"],
}.items():
    print(f"{label:23}{megabytes(*packages):3.0f} MB")

for name in "sqlite3", "sqlalchemy.orm":
    loaded = modules(f"import {name}")
    print(f"import {name:16}{round(loaded, -1):3} modules")
