from datetime import UTC, datetime

moment = datetime(2026, 1, 2, tzinfo=UTC)
print(moment)
print(moment.isoformat())
print(repr(moment))
