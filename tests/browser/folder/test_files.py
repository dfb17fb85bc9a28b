"""Files of the folder are downloaded, dropped in, and deleted until undone."""

import sqlite3
from contextlib import closing
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.support.panel import drop, names, run, table


def test_a_download_has_the_bytes_of_the_file(tab: Page, tmp_path: Path) -> None:
    content = table(tmp_path / "x.db", 3)
    drop(tab, "x.db", content)
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Download x.db").click()
    assert download.value.suggested_filename == "x.db"
    assert Path(download.value.path()).read_bytes() == content


def test_a_file_dropped_in_is_read_by_the_program(tab: Page, tmp_path: Path) -> None:
    run(tab, "save.py")
    path = tmp_path / "data.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE users (id, name, age, email)")
        connection.execute("INSERT INTO users VALUES (9, 'Zoë', 41, 'zoe@example.com')")
        connection.commit()
    transfer = tab.evaluate_handle(
        """bytes => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([new Uint8Array(bytes)], "data.db"));
          return transfer;
        }""",
        list(path.read_bytes()),
    )
    panel = tab.locator("pdp-folder section")
    panel.dispatch_event("dragover", {"dataTransfer": transfer})
    panel.dispatch_event("drop", {"dataTransfer": transfer})
    expect(tab.get_by_text("data.db is replaced.")).to_be_visible()
    assert run(tab, "read.py") == "9 Zoë 41 zoe@example.com\n"
    tab.get_by_role("button", name="Undo", exact=True).click()
    expect(tab.get_by_text("data.db is back.")).to_be_visible()
    assert run(tab, "read.py").startswith("1 Alice 30")


def test_a_deleted_file_is_gone_for_the_programs_until_undone(tab: Page) -> None:
    run(tab, "save.py")
    tab.get_by_role("button", name="Delete data.db").click()
    undo = tab.get_by_role("button", name="Undo", exact=True)
    expect(undo).to_be_focused()
    assert "data.db" not in names(tab)
    assert "no such table: users" in run(tab, "read.py")
    undo.press("Enter")
    expect(tab.get_by_role("button", name="data.db", exact=True)).to_be_focused()
    assert run(tab, "read.py").startswith("1 Alice 30")
