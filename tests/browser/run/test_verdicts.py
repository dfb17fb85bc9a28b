"""What a bar says of a run is true, also where it broke off or the program was edited."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.bars import (
    PAGE,
    bar,
    broken,
    output,
    page_said,
    rewrite,
    run,
    run_text,
    said,
)

OLD = "delete WebAssembly.Suspending; delete WebAssembly.promising;"
RUN = "def run(folder: str, name: str, *given: str) -> dict[str, int | str | None]:\n"


def test_programs_run_where_the_browser_cannot_switch_stacks(tab: Page) -> None:
    broken(tab, OLD)
    tab.goto(PAGE)
    run(tab, "save.py")
    run(tab, "read.py")
    expect(said(tab, "read.py")).to_contain_text("same as published")


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        ("RuntimeError('anything')", "Python itself crashed"),
        ("RuntimeError('too much recursion')", "too deep for this browser"),
    ],
    ids=["broken off", "too deep in Firefox"],
)
def test_a_run_that_broke_off_is_never_as_published(
    tab: Page, error: str, sentence: str
) -> None:
    rewrite(tab, "runner.py", lambda text: text.replace(RUN, f"{RUN}    raise {error}\n", 1))
    tab.goto("sqlite/open/")  # its first program prints nothing
    run(tab, "create.py")
    expect(said(tab, "create.py")).to_contain_text(sentence)
    expect(said(tab, "create.py")).not_to_contain_text("as published")
    expect(tab.locator("pdp-run[data-verdict=same]")).to_have_count(0)
    tab.get_by_role("button", name="Run all").click()
    expect(page_said(tab)).to_contain_text("create.py: ")
    expect(page_said(tab)).to_contain_text(sentence)


def test_a_program_that_fails_where_it_must_succeed_is_not_as_published(tab: Page) -> None:
    rewrite(tab, "runner.py", lambda text: text.replace('"status": status', '"status": 3'))
    tab.goto("sqlite/open/")
    run(tab, "create.py")
    expect(said(tab, "create.py")).to_contain_text("exit status 3; not as published")


def test_an_edited_program_is_never_said_to_be_as_published(page: Page) -> None:
    run_text(page, "save.py", "print('saved')\n")
    expect(output(page, "save.py")).to_have_text("saved\n")
    expect(said(page, "save.py")).to_contain_text(
        "edited; it printed what the published program prints"
    )
    expect(said(page, "save.py")).not_to_contain_text("as published")
    expect(bar(page, "save.py")).to_have_attribute("data-verdict", "edited")


def test_the_difference_has_no_mark_of_a_note(page: Page) -> None:
    run_text(page, "save.py", "print('other')\n")
    summary = page.get_by_text("Difference from the published output")
    assert summary.evaluate("e => getComputedStyle(e, '::before').display") == "none"
    assert summary.evaluate("e => getComputedStyle(e, '::after').display") != "none"
