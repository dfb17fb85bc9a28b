import json
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID


@dataclass
class Order:
    id: UUID
    placed: datetime
    total: Decimal
    paid: bool
    items: list


# --8<-- [start:in]
def utc_text(moment):
    if moment.utcoffset() is None:
        raise ValueError(f"{moment} has no time zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


sqlite3.register_adapter(datetime, utc_text)
sqlite3.register_adapter(Decimal, str)
sqlite3.register_adapter(UUID, str)
sqlite3.register_adapter(list, json.dumps)
# --8<-- [end:in]


# --8<-- [start:out]
def order_from(row):
    return Order(
        id=UUID(row["id"]),
        placed=datetime.fromisoformat(row["placed"]),
        total=Decimal(row["total"]),
        paid=bool(row["paid"]),
        items=json.loads(row["items"]),
    )
    # --8<-- [end:out]
