from datetime import UTC
from decimal import Decimal

from sqlalchemy import DateTime, String, TypeDecorator


class UtcTime(TypeDecorator):
    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return value and value.astimezone(UTC)

    def process_result_value(self, value, dialect):
        aware = value and (value.tzinfo or UTC)
        return value and value.replace(tzinfo=aware).astimezone(UTC)


class Exact(TypeDecorator):
    impl = String
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return None if value is None else str(value)

    def process_result_value(self, value, dialect):
        return None if value is None else Decimal(value)
