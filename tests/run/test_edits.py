"""A program is edited where it is shown, by mouse or keyboard, and run as edited."""

from playwright.sync_api import expect

from tests.run.bars import bar, output, press, run, said, write


def test_an_edited_program_shows_the_difference_until_it_is_reset(page):
    write(page, "save.py", "print('<b>other</b>')\n")
    run(page, "save.py")
    expect(said(page, "save.py")).to_contain_text("not as published")
    expect(output(page, "save.py")).to_have_text("<b>other</b>\n")
    bar(page, "save.py").get_by_text("Difference from the published output").click()
    shown = page.get_by_role("region", name="Difference from the published output")
    expect(shown).to_have_text("- saved\n+ <b>other</b>\n")
    press(page, "save.py", "Reset")
    run(page, "save.py")
    expect(said(page, "save.py")).to_contain_text("same as published")


def test_edits_outlive_a_reload_until_they_are_reset(opened):
    write(opened, "save.py", "print('mine')\n")
    opened.reload()
    expect(opened.get_by_label("Text of save.py")).to_have_value("print('mine')\n")
    press(opened, "save.py", "Reset")
    opened.reload()
    bar(opened, "save.py").get_by_role("button", name="Edit", exact=True).wait_for()
    expect(opened.get_by_label("Text of save.py")).to_have_count(0)


def test_a_module_is_imported_as_it_was_edited(page):
    write(page, "save.py", "word = 'first'\n")
    write(page, "read.py", "import save\nprint(save.word)\n")
    run(page, "read.py")
    expect(output(page, "read.py")).to_have_text("first\n")
    write(page, "save.py", "word = 'other'\n")
    run(page, "read.py")
    expect(output(page, "read.py")).to_have_text("other\n")


def test_everything_is_done_by_keyboard(page):
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
    page.keyboard.press("Tab")
    expect(editor).not_to_be_focused()


def test_letters_typed_into_the_editor_do_not_open_the_search(page):
    press(page, "save.py", "Edit")
    page.get_by_label("Text of save.py").focus()
    page.keyboard.type("fsp/")
    expect(page.get_by_label("Text of save.py")).to_be_focused()
