"""In each engine a reader's file is looked into, also when the server is gone."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.support import serving
from tests.support.engines.engine import Engine
from tests.support.engines.play import Chromium

READY = "() => Boolean(document.querySelector('.look__drop:not([hidden])'))"
PUT = """bytes => {
  const files = new DataTransfer();
  files.items.add(new File([new Uint8Array(bytes)], "mine.db"));
  const input = document.querySelector("pdp-inspect input[type=file]");
  input.files = files.files;
  input.dispatchEvent(new Event("change"));
}"""
SHOWN = """() => /^Shown/.test(document.querySelector(".look > .folder__status").textContent)
  && document.querySelector(".look__files").textContent"""


def test_a_file_is_looked_into_without_a_server(engine: Engine, site: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE book (title)")
        connection.execute("INSERT INTO book VALUES ('Emma')")
        connection.commit()
        data = list(connection.serialize())
    with serving.serve(site) as server:
        engine.goto(f"{server.address}look/")
        engine.until("the page's button", "() => Boolean(document.querySelector('.look__bar'))")
        engine.click(".look__bar button", "Get ready")
        engine.until("a field that takes files", READY)
    engine.evaluate(PUT, data)
    said = engine.until("what is in the file", SHOWN)
    assert "integrity_check: ok" in said and "Emma" in said, said
    if not isinstance(engine, Chromium):  # starting Python takes others much longer
        return
    engine.reload()
    engine.until("the field again, from what is kept", READY)
    engine.evaluate(PUT, data)
    assert "Emma" in engine.until("what is in the file", SHOWN)
