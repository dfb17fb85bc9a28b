"""The panel shows what programs have made, legibly, and loads no pickle."""

import pickle
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.panel import drop, look, names, opened, run, table

# The lowest contrast of any text in the panel, and that text.
CONTRAST = """
() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgba = color => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = color => {
    const linear = v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = color.map(v => linear(v / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = element => {
    for (let each = element; each; each = each.parentElement) {
      const color = rgba(getComputedStyle(each).backgroundColor);
      if (color[3] === 255) return color;
    }
    return [255, 255, 255, 255];
  };
  const found = [];
  const panel = document.querySelector("pdp-folder");
  const walker = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: element, data } = walker.currentNode;
    if (!data.trim() || !element.checkVisibility()) continue;
    const one = light(rgba(getComputedStyle(element).color));
    const other = light(behind(element));
    found.push([(Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05), data]);
  }
  return found.sort((a, b) => a[0] - b[0])[0];
}
"""


def test_what_the_first_run_made_is_marked_and_its_rows_can_be_read(
    chromium: Browser, address: str
) -> None:
    tab = chromium.new_page()
    tab.goto(f"{address}sqlite/")
    bar = tab.get_by_role("group", name="Run save.py in this browser")
    bar.get_by_role("button", name="Run", exact=True).click()
    expect(bar).to_contain_text("same as published")
    tab.get_by_role("button", name="Folder", exact=True).click()
    row = tab.locator("pdp-folder li", has_text="data.db")
    expect(row.locator(".folder__mark")).to_have_text("new")
    assert names(tab)[0] == "data.db"
    expect(tab.locator("pdp-folder details.folder__fold > summary")).to_have_text("6 programs")
    expect(tab.get_by_role("button", name="save.py", exact=True)).to_be_hidden()
    shown = tab.get_by_role("group", name="Content of data.db")  # the newest data is open
    expect(shown).to_contain_text("journal_mode: delete, user_version: 0")
    expect(shown.get_by_label("Table")).to_contain_text("users (2 rows)")
    expect(shown.locator("th")).to_have_text(["id", "name", "age", "email"])
    cells = ["1", "Alice", "30", "alice@example.com", "2", "Bob", "27", "bob@example.com"]
    expect(shown.locator("td")).to_have_text(cells)
    shown.get_by_text("Schema").click()
    expect(shown.locator("pre")).to_contain_text("email TEXT NOT NULL UNIQUE")
    tab.context.close()


def test_a_change_is_marked_and_shown_in_what_is_open(tab: Page) -> None:
    run(tab, "save.py")
    shown = look(tab, "data.db")
    expect(shown.locator("td")).to_have_count(8)
    drop(
        tab,
        "more.py",
        b"import sqlite3\nc = sqlite3.connect('data.db')\n"
        b"c.execute(\"INSERT INTO users VALUES (3, 'Eve', 1, 'e')\")\nc.commit()\nc.close()\n",
    )
    run(tab, "more.py")
    row = tab.locator("pdp-folder li", has_text="data.db")
    expect(row.locator(".folder__mark")).to_have_text("changed")
    expect(shown.locator("td")).to_have_count(12)
    expect(tab.locator("pdp-folder [role=status]")).to_contain_text("1 file changed")
    run(tab, "read.py")
    expect(row.locator(".folder__mark")).to_be_hidden()


def test_rows_come_by_the_page_and_the_focus_stays_on_the_button(
    tab: Page, tmp_path: Path
) -> None:
    drop(tab, "many.db", table(tmp_path / "many.db", 120))
    shown = look(tab, "many.db")
    expect(shown.get_by_text("Rows 1 to 50 of 120")).to_be_visible()
    next_ = shown.get_by_role("button", name="Next")
    next_.focus()
    tab.keyboard.press("Enter")
    expect(shown.get_by_text("Rows 51 to 100 of 120")).to_be_visible()
    expect(next_).to_be_focused()
    tab.keyboard.press("Enter")
    expect(shown.get_by_text("Rows 101 to 120 of 120")).to_be_visible()
    expect(next_).to_be_focused()
    expect(next_).to_have_attribute("aria-disabled", "true")
    expect(shown.locator("tr").last.locator("td").first).to_have_text("119")
    expect(tab.locator("pdp-folder [role=status]")).to_have_text("Rows 101 to 120 of 120")


class Malicious:
    """Writes a file when it is loaded."""

    def __reduce__(self) -> tuple[object, ...]:
        return exec, ("open('executed', 'w').close()",)


def test_a_pickle_is_shown_as_opcodes_and_never_loaded(chromium: Browser, address: str) -> None:
    tab = opened(chromium, address, "pickle/index")
    run(tab, "save.py")
    drop(tab, "bad.pickle", pickle.dumps(Malicious()))
    shown = look(tab, "bad.pickle")
    expect(shown).to_contain_text("it has not been loaded")
    expect(shown.get_by_role("region", name="Opcodes")).to_contain_text("REDUCE")
    run(tab, "load.py")
    assert "executed" not in names(tab)
    drop(tab, "load_bad.py", b"import pickle\npickle.load(open('bad.pickle', 'rb'))\n")
    run(tab, "load_bad.py")
    expect(tab.get_by_role("button", name="executed", exact=True)).to_be_visible()
    tab.context.close()


def test_texts_and_bytes_are_shown_as_text(tab: Page) -> None:
    drop(tab, "<i>x & y.json", b'{"a": "<img src=x onerror=alert(1)>",}')
    shown = look(tab, "<i>x & y.json")
    expect(shown).to_contain_text("It does not parse")
    expect(shown.locator("pre")).to_have_text('{"a": "<img src=x onerror=alert(1)>",}')
    assert shown.locator("img").count() == 0
    shown.get_by_role("button", name="Show the bytes").press("Enter")
    expect(shown.locator("pre")).to_contain_text("00000000  7b 22 61")
    expect(shown.get_by_role("button", name="Show the content")).to_be_focused()


# What is too small for a finger in the page's bar and folder: its class, or that of its list.
SMALL = """
() => [...document.querySelectorAll("pdp-page :is(button, select)")]
  .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 44)
  .map(each => each.className || each.closest("[class]").className)
"""
OF_A_MOUSE = """
() => {
  const sheet = new CSSStyleSheet();
  const those = ":is(.folder__button, .folder__open, .run__steps button)";
  sheet.replaceSync(`${those} { min-block-size: 1.2rem }`);
  document.adoptedStyleSheets.push(sheet);
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_panel_is_legible_and_fits_a_phone(
    chromium: Browser, address: str, tmp_path: Path, scheme: str
) -> None:
    size = {"width": 390, "height": 844}
    options = {"viewport": size, "color_scheme": scheme, "has_touch": True}
    tab = opened(chromium, address, "sqlite/index", **options)
    drop(tab, "many.db", table(tmp_path / "many.db", 60))
    drop(tab, "bad.json", b"{")
    drop(tab, f"{'long' * 40}.bin", bytes(range(256)) * 4)
    drop(tab, "p.pickle", pickle.dumps([1]) + pickle.dumps(Path("x")))
    for name in ("many.db", "bad.json", f"{'long' * 40}.bin", "p.pickle"):
        expect(look(tab, name).locator(".folder__scroll").first).to_be_visible()
    tab.get_by_role("button", name="Delete bad.json").click()
    expect(tab.get_by_role("button", name="Undo", exact=True)).to_be_visible()
    ratio, text = tab.evaluate(CONTRAST)
    assert ratio >= 4.5, text
    assert tab.evaluate("document.documentElement.scrollWidth") == 390
    for box in tab.locator("pdp-folder .folder__scroll").all():
        assert box.get_attribute("tabindex") == "0"
    tab.evaluate("() => document.querySelector('pdp-page').runAll()")
    expect(tab.locator(".run__steps button").last).to_have_attribute("data-verdict", "same")
    assert tab.evaluate(SMALL) == []
    tab.evaluate(OF_A_MOUSE)
    assert set(tab.evaluate(SMALL)) == {"folder__button", "folder__open", "run__steps"}
    tab.context.close()
