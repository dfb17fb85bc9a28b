"""The small set of checks that each engine passes: what a reader does, and what is seen."""

import json
import sqlite3
from contextlib import closing

from tests.browser.engines.visit import FOCUSED, IN_SIGHT, TEXT, Visit, bar, editor
from web.build import pages

PAGES = {"": "index", "tutorial/remember/": "tutorial/remember", "sqlite/": "sqlite/index"}
SIZES = ((390, 844), (1280, 900))
BUTTONS = "() => document.querySelectorAll('pdp-run .run__button--run').length"
WIDER = """() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
}"""
PRINTED = "css => document.querySelector(`${css} + pdp-output .run__output`)?.textContent"
RAN_ALL = """() => {
  const said = document.querySelector("pdp-page .run__status").textContent;
  return !/^$|…$/.test(said) && said;
}"""
EMPTIED = """() => document.querySelector("pdp-page .run__status").textContent
  .includes("as at the start of the page")"""
REGION = """() => document.activeElement.closest("header, .md-tabs, main")
  ?.className.split(" ")[0]"""
AFTER = """css => {
  const [editor, at] = [document.querySelector(css), document.activeElement];
  return Boolean(editor.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING);
}"""
KEEP = """async () => {
  const at = document.querySelector('link[rel="icon"]').href;
  const { keepForOffline } = await import(new URL("../assets/run/offline.js", at));
  return keepForOffline();
}"""
FIRST = """page => document
  .querySelector(".md-search-result__item > .md-search-result__link")?.href.includes(page)"""
FIELD = ".md-search__input"
PUT = """bytes => {
  const files = new DataTransfer();
  files.items.add(new File([new Uint8Array(bytes)], "mine.db"));
  const input = document.querySelector("pdp-inspect input[type=file]");
  input.files = files.files;
  input.dispatchEvent(new Event("change"));
}"""
SEEN = """() => /^Shown/.test(document.querySelector(".look > .folder__status").textContent)
  && document.querySelector(".look__files").textContent"""


def pages_load(visit: Visit) -> None:
    """Three pages have their buttons, and do not scroll sideways on a phone or a desktop."""
    for path, key in (PAGES | {"pickle/": "pickle/index"}).items():
        visit.open(path)
        file = visit.site / "assets" / "run" / "pages" / f"{key}.json"
        known = json.loads(file.read_text("utf-8"))["programs"]
        wanted = sum(each["verdict"] == pages.PASSED for each in known)
        count = visit.engine.evaluate(BUTTONS)
        assert count == wanted, f"/{path} has {count} of {wanted} buttons"
        for size in SIZES:
            visit.engine.resize(*size)
            assert visit.engine.evaluate(WIDER) == 0, f"/{path} at {size} scrolls sideways"


def search_finds(visit: Visit) -> None:
    """A slash opens the search, and what is typed finds the page that answers."""
    visit.open("")
    visit.engine.press("/")
    visit.engine.until("the focus in the search field", FOCUSED, FIELD)
    visit.engine.type("database is locked")
    # What is found for the first letters comes before it.
    visit.engine.until("the page that answers as the first hit", FIRST, "sqlite/locked/")


def keys_reach_everything(visit: Visit) -> None:
    """Tab leads through the header into the page, and out of an editor after Esc."""
    visit.engine.resize(*SIZES[-1])
    visit.open("sqlite/")
    seen: list[str] = []
    while "md-main" not in seen and len(seen) < 40:
        visit.engine.press("Tab")
        seen.append(visit.engine.evaluate(REGION))
    assert {"md-header", "md-tabs", "md-main"} <= set(seen), f"Tab led through {seen}"
    visit.press("save.py", "Edit")
    visit.engine.until("the focus in the editor", FOCUSED, editor("save.py"))
    visit.engine.press("Escape")
    visit.engine.press("Tab")
    assert visit.engine.evaluate(AFTER, editor("save.py")), "Tab does not leave the editor"


def programs_run(visit: Visit) -> None:
    """All programs of three pages print what is published."""
    for path in PAGES:
        visit.open(path)
        visit.engine.click("pdp-page button", "Run all")
        said = visit.engine.until("the end of all runs", RAN_ALL)
        count = visit.engine.evaluate(BUTTONS)
        assert said.startswith(f"{count} of {count} programs"), f"/{path}: {said}"


def files_outlive_a_reload(visit: Visit) -> None:
    """What one program wrote is read after the page was loaded again."""
    visit.engine.click("pdp-page button", "Empty")
    visit.engine.until("an empty folder", EMPTIED)
    visit.run("save.py")
    visit.reload()
    said = visit.run("read.py")
    assert "same as published" in said, said


def a_loop_is_stopped(visit: Visit) -> None:
    """A program without an end is stopped, and Python runs the next one."""
    visit.write("save.py", "print('on')\nwhile True: pass")
    visit.press("save.py", "Run")
    visit.engine.until("a first line of output", PRINTED, bar("save.py"))
    visit.press("save.py", "Stop")
    said = visit.ended("save.py")
    visit.press("save.py", "Reset")
    assert said.startswith("Stopped"), said
    said = visit.run("save.py")
    assert "same as published" in said, said


def an_edit_is_kept(visit: Visit) -> None:
    """A program is written and run by keys, is there after a reload, and can be reset."""
    published = visit.engine.evaluate("() => document.querySelector('article pre').textContent")
    visit.write("save.py", "print(6 * 7)")
    visit.engine.press("Control+Enter")
    said = visit.ended("save.py")
    printed = visit.engine.evaluate(PRINTED, bar("save.py"))
    assert printed == "42\n", f"printed {printed!r}; {said}"
    visit.look()
    visit.reload()
    kept = visit.engine.until("the edited text", TEXT, editor("save.py"))
    assert kept == "print(6 * 7)", f"kept {kept!r}"
    visit.press("save.py", "Reset")
    text = visit.engine.evaluate(TEXT, editor("save.py"))
    assert text == published, f"reset to {text!r}"


def a_file_is_looked_into(visit: Visit) -> None:
    """A database of the reader is shown and found whole, without its being sent anywhere."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE book (title)")
        connection.execute("INSERT INTO book VALUES ('Emma')")
        connection.commit()
        data = list(connection.serialize())
    visit.engine.goto(f"{visit.address}look/")
    # Python was kept when the programs ran, so nothing is to be pressed.
    visit.engine.until("a field that takes files", IN_SIGHT, ".look__drop")
    visit.engine.evaluate(PUT, data)
    said = visit.engine.until("what is in the file", SEEN)
    assert "integrity_check: ok" in said and "Emma" in said, said


def it_works_offline(visit: Visit) -> None:
    """Without its server the page that ran is there, runs, and so is the next one."""
    visit.open("sqlite/")
    assert visit.engine.evaluate(KEEP) is True, "nothing was kept"
    visit.open("tutorial/remember/")
    visit.open("sqlite/")
    visit.end()
    visit.reload()
    said = visit.run("read.py")
    assert "same as published" in said, said
    visit.open("tutorial/remember/")


# In this order they are one visit: each finds the page and Python as the one before left them.
CHECKS = (
    pages_load,
    search_finds,
    keys_reach_everything,
    programs_run,
    files_outlive_a_reload,
    a_loop_is_stopped,
    an_edit_is_kept,
    a_file_is_looked_into,
    it_works_offline,
)
