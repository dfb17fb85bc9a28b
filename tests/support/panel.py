"""The panel of a page's folder, as tests open, read and fill it."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, FilePayload, Locator, Page, expect

RUN = """
async name => {
  const { control } = document.querySelector("pdp-page");
  let printed = "";
  const listen = ({ detail }) => (printed += detail.text);
  control.addEventListener("output", listen);
  await control.run([[name]]);
  control.removeEventListener("output", listen);
  return printed;
}
"""


def opened(chromium: Browser, address: str, key: str, **options: Any) -> Page:
    """Open a page in a browser that has never seen it, with its panel."""
    tab = chromium.new_context(**options).new_page()
    tab.goto(address + key.removesuffix("index"))
    tab.get_by_role("button", name="Folder", exact=True).click()
    expect(tab.get_by_role("button", name="save.py", exact=True)).to_be_visible()
    return tab


def run(tab: Page, name: str) -> str:
    return str(tab.evaluate(RUN, name))


def look(tab: Page, name: str) -> Locator:
    tab.get_by_role("button", name=name, exact=True).click()
    return tab.get_by_role("group", name=f"Content of {name}")


def names(tab: Page) -> list[str]:
    return tab.locator(".folder__open").all_inner_texts()


def table(path: Path, rows: int) -> bytes:
    """Return a database with a table `number` of so many rows."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE number (value INTEGER, text)")
        values = [(n, "<b>" * 40) for n in range(rows)]
        connection.executemany("INSERT INTO number VALUES (?, ?)", values)
        connection.commit()
    return path.read_bytes()


def drop(tab: Page, name: str, content: bytes) -> None:
    file = FilePayload(name=name, mimeType="application/octet-stream", buffer=content)
    tab.locator("pdp-folder input[type=file]").set_input_files([file])
    expect(tab.get_by_role("button", name=name, exact=True)).to_be_visible()
