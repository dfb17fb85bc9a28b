SQL = """
    DROP TABLE IF EXISTS loans;
    DROP VIEW IF EXISTS late;
    CREATE TABLE loans (book TEXT, days TEXT);
    CREATE INDEX by_days ON loans (days);
    CREATE TRIGGER checked BEFORE INSERT ON loans
    WHEN new.days < 1 BEGIN SELECT RAISE(ABORT, 'too short'); END;
    CREATE VIEW late AS SELECT book, days FROM loans WHERE days > 28;
"""
KINDS = """
    SELECT type FROM sqlite_schema
    WHERE tbl_name IN ('loans', 'late') ORDER BY type
"""


def show(when, db):
    """Print what there is: tables, indexes, triggers and views."""
    print(f"{when}:", *(kind for (kind,) in db.execute(KINDS)))
