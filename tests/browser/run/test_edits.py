"""A program is edited where it is shown, by mouse or keyboard, and run as edited."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.bars import bar, output, press, run, run_text, said, write


def test_an_edited_program_shows_the_difference_until_it_is_reset(page: Page) -> None:
    run_text(page, "save.py", "print('<b>other</b>')\n")
    expect(said(page, "save.py")).to_contain_text("not as published")
    expect(output(page, "save.py")).to_have_text("<b>other</b>\n")
    page.get_by_text("Difference from the published output").click()
    shown = page.get_by_role("region", name="Difference from the published output")
    expect(shown).to_have_text("- saved\n+ <b>other</b>\n")
    press(page, "save.py", "Reset")
    run(page, "save.py")
    expect(said(page, "save.py")).to_contain_text("same as published")


def test_edits_outlive_a_reload_until_they_are_reset(opened: Page) -> None:
    write(opened, "save.py", "print('mine')\n")
    opened.reload()
    expect(opened.get_by_label("Text of save.py")).to_have_value("print('mine')\n")
    press(opened, "save.py", "Reset")
    opened.reload()
    bar(opened, "save.py").get_by_role("button", name="Edit", exact=True).wait_for()
    expect(opened.get_by_label("Text of save.py")).to_have_count(0)


def test_a_module_is_imported_as_it_was_edited(page: Page) -> None:
    write(page, "save.py", "word = 'first'\n")
    run_text(page, "read.py", "import save\nprint(save.word)\n")
    expect(output(page, "read.py")).to_have_text("first\n")
    write(page, "save.py", "word = 'other'\n")
    run(page, "read.py")
    expect(output(page, "read.py")).to_have_text("other\n")


def test_everything_is_done_by_keyboard(page: Page) -> None:
    button = bar(page, "save.py").get_by_role("button", name="Run")
    button.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(button).to_be_focused()
    outline = "e => [getComputedStyle(e).outlineStyle, getComputedStyle(e).outlineWidth]"
    style, width = button.evaluate(outline)
    assert style == "solid" and float(width.removesuffix("px")) >= 2
    page.keyboard.press("Enter")
    expect(said(page, "save.py")).to_contain_text("same as published")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    editor = page.get_by_label("Text of save.py")
    expect(editor).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("if True:\nprint('by hand')")
    page.keyboard.press("Control+Enter")
    expect(output(page, "save.py")).to_have_text("by hand\n")
    page.keyboard.press("Tab")
    expect(editor).to_be_focused()
    page.keyboard.press("Escape")
    expect(editor).to_be_focused()  # from where it is, Tab leads on in every browser
    page.keyboard.press("Tab")
    expect(editor).not_to_be_focused()


def test_letters_typed_into_the_editor_do_not_open_the_search(page: Page) -> None:
    press(page, "save.py", "Edit")
    page.get_by_label("Text of save.py").focus()
    page.keyboard.type("fsp/")
    expect(page.get_by_label("Text of save.py")).to_be_focused()


# Where the textarea has a word, and where the page shows it: both from the left, in pixels.
PLACES = """
([line, word]) => {
    const area = document.querySelector("textarea.pce-textarea");
    const shown = document.querySelectorAll(".run__editor .pce-line")[line - 1];
    const text = shown.textContent;
    const begin = text.indexOf(word);
    const range = document.createRange();
    const nodes = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
    let past = 0;
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
        const inside = at => at >= past && at <= past + node.length;
        if (inside(begin) && begin < past + node.length) range.setStart(node, begin - past);
        if (inside(begin + word.length)) range.setEnd(node, begin + word.length - past);
        past += node.length;
    }
    const { left, right, top, bottom } = range.getBoundingClientRect();
    const before = area.value.split("\\n").slice(0, line - 1).join("\\n").length + (line > 1);
    return { left, right, y: (top + bottom) / 2, begin: before + begin };
}
"""
SELECTED = "area => [area.selectionStart, area.selectionEnd]"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(("line", "word"), [(1, "first"), (9, "ninth"), (12, "twelfth")])
def test_the_caret_is_where_the_text_is(page: Page, line: str, word: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    words = ["first", *["x"] * 7, "ninth", "x", "x", "twelfth"]
    write(page, "save.py", "".join(f"{name} = 1\n" for name in words))
    area = page.get_by_label("Text of save.py")
    area.evaluate("each => each.scrollIntoView({ block: 'center' })")  # bars may cover an end
    at = page.evaluate(PLACES, [line, word])
    begin, end = at["begin"], at["begin"] + len(word)
    page.mouse.click(at["left"] + 2, at["y"])
    assert area.evaluate(SELECTED) == [begin, begin]
    page.mouse.click(at["right"] - 2, at["y"])
    assert area.evaluate(SELECTED) == [end, end]
    page.mouse.move(at["left"] + 1, at["y"])
    page.mouse.down()
    page.mouse.move(at["right"] - 1, at["y"])
    page.mouse.up()
    assert area.evaluate(SELECTED) == [begin, end]
