from alembic import context
from library import Base, open_library
from sqlalchemy import event


def unchecked(connection, record):
    connection.execute("PRAGMA foreign_keys = OFF")


with open_library() as Session, Session.begin() as session:
    engine = session.get_bind()
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", unchecked)
    context.configure(
        connection=session.connection(), target_metadata=Base.metadata
    )
    context.run_migrations()
