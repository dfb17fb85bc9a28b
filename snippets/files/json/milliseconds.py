from datetime import UTC, datetime

MILLISECONDS = 1795771800000

try:
    datetime.fromtimestamp(MILLISECONDS, UTC)
except ValueError as error:
    print(f"ValueError: {error}")
print(datetime.fromtimestamp(MILLISECONDS / 1000, UTC))
