from alembic import op
from sqlalchemy import Column, Integer, String

revision = "year"
down_revision = None


def upgrade():
    with op.batch_alter_table("books") as books:
        books.add_column(Column("year", Integer))
        books.alter_column(
            "author", existing_type=String(), nullable=True
        )


def downgrade():
    with op.batch_alter_table("books") as books:
        books.drop_column("year")
        books.alter_column(
            "author", existing_type=String(), nullable=False
        )
