import os
from datetime import datetime
from decimal import Decimal

from columns import Exact, UtcTime
from library import open_library
from server import running
from sqlalchemy import (
    Column,
    DateTime,
    MetaData,
    Numeric,
    Table,
    insert,
    select,
)

NOON = datetime.fromisoformat("2026-11-01T12:00:00+02:00")
PRICE = Decimal("9007199254740993.01")
COLUMNS = {
    "DateTime(timezone=True)": (DateTime(timezone=True), NOON),
    "UtcTime": (UtcTime(), NOON),
    "Numeric(20, 2)": (Numeric(20, 2), PRICE),
    "Exact": (Exact(), PRICE),
}

os.environ["PGTZ"] = "Asia/Tokyo"  # a zone of the session
with running():
    for url in "sqlite://", "postgresql+psycopg://":
        with open_library(url) as Session, Session() as session:
            print(session.get_bind().dialect.name)
            for name, (kind, value) in COLUMNS.items():
                table = Table("kept", MetaData(), Column("v", kind))
                table.create(session.connection())
                session.execute(insert(table).values(v=value))
                back = session.scalar(select(table))
                kept = "kept" if back == value else "not kept"
                print(f"  {name}: {back}, {kept}")
                session.rollback()
