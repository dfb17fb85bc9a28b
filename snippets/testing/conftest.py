from contextlib import ExitStack, closing

import pytest
from notes import connect


@pytest.fixture
def open_notes(tmp_path):
    """Open the test's own file, as often as the test asks for it."""
    with ExitStack() as connections:

        def open_once_more():
            con = connect(tmp_path / "notes.db")
            return connections.enter_context(closing(con))

        yield open_once_more
