"""Every program that has a Run button is run in a browser, and prints what its page shows."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from ops.tools.serving import Server
from twicetold.base.project import Project
from twicetold.books import ledger
from twicetold.read import page
from twicetold.read.model import Page as BookPage
from twicetold.receipts import receipt
from twicetold.receipts.receipt import PASSED, Entry, PageEntry
from web.build import pages
from web.in_browser import FOLLOWS, entry, judge, try_page
from web.prove import FILE, MOVED, RUNNER, has_python, host, runner

ROOT = Path(__file__).parents[2]
PROJECT = Project(ROOT)
PROVEN = receipt.read(FILE)
BY_THE_SAME = RUNNER.is_file() and RUNNER.read_text("utf-8").strip() == runner()
KEYS = [each.key for each in ledger.read_all(PROJECT) if has_python(each)]


@pytest.fixture(scope="module")
def shared(chromium: Browser, served: Server) -> Iterator[Page]:
    """A tab that all pages are tried in, since their folders are apart."""
    context = chromium.new_context()
    tab = context.new_page()
    tab.goto(f"{served.address}assets/run/pages/index.json")
    yield tab
    context.close()


def as_known(each: BookPage, known: PageEntry) -> PageEntry:
    """Return what the list would say of a page now if its programs still did as they did."""
    reasons = {t: e.reason for t, e in known.programs.items() if e.verdict == "skipped"}
    entries = {
        e.title: entry(e, reasons.get(e.title)) for e in each.examples if pages.commands(e)
    }
    return PageEntry(receipt.fingerprint(each), entries)


@pytest.mark.parametrize("key", KEYS)
def test_the_programs_do_in_the_browser_what_the_list_says(
    key: str, request: pytest.FixtureRequest, figure: Callable[[str], None]
) -> None:
    """Run the page's programs, unless all is as it was when they did what the list says.

    With `--all` they are run nevertheless.
    """
    each = page.read(PROJECT, PROJECT.page(key))
    before = PROVEN.pages.get(key)
    as_it_was = before and before == as_known(each, before) and BY_THE_SAME
    if as_it_was and not request.config.getoption("--all"):
        return
    shared, served = map(request.getfixturevalue, ("shared", "served"))
    base = f"{served.address}assets/run/"
    said, versions = try_page({"Chromium": shared}, base, each, before)
    assert host(versions) == PROVEN.host, "make browser"
    advice = f"make browser PAGE={key}"
    if before or os.environ.get("CI"):
        assert said == before, f"not what web/proven.json says: {advice}"
    else:  # a new page says nothing of browsers yet, so nothing that it says is wrong
        figure(f"{key} has no Run buttons yet; to give it some: {advice}")


def test_what_runs_programs_is_told_from_what_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    before, read = runner(), Path.read_bytes
    counted = (("worker.js", True), ("runner.py", True), ("wheels.txt", True))
    for name, counts in (*counted, ("run-bar.js", False)):
        changed = lambda path, name=name: read(path) + b" " * (path.name == name)  # noqa: E731
        monkeypatch.setattr(Path, "read_bytes", changed)
        assert (runner() != before) is counts, name


INDEX = page.read(PROJECT, PROJECT.page("sqlite/index"))


def test_what_the_list_says_of_parts_that_are_gone_is_not_believed() -> None:
    known = as_known(INDEX, PROVEN.pages[INDEX.key])
    assert known == as_known(INDEX, known)
    save = replace(known.programs["save.py"], sections={"open": "0" * 64})
    stale = replace(known, programs={**known.programs, "save.py": save})
    assert stale != as_known(INDEX, stale)


class Pretended:
    """A tab in which each program does as shown, if what it is said to need is run as well."""

    def __init__(self, **needs: str) -> None:
        self.needs = needs
        self.asked: list[list[str]] = []

    def evaluate(self, script: str, arg: Any = None) -> Any:
        names = [run["commands"][0][0] for run in arg["runs"]]
        self.asked.append(names)
        return {"happened": [self.run(name, names) for name in names], "runtime": {}}

    def run(self, name: str, names: list[str]) -> dict[str, Any]:
        (example,) = (each for each in INDEX.examples if each.name == name)
        can = self.needs.get(name.removesuffix(".py"), name) in names
        printed = example.output.text if example.output else ""
        return {
            "skipped": None,
            "printed": printed if can else "other",
            "status": int(example.must_fail),
            "failure": None,
        }


def tried_page(known: PageEntry | None = None, **tabs: Pretended) -> dict[str, str | None]:
    """Return why each program of a page has no button, or None where it has one."""
    said, _ = try_page(tabs, "", INDEX, known)
    return {title: entry.reason for title, entry in said.programs.items()}


def test_what_needs_a_program_without_a_button_has_none() -> None:
    tab = Pretended(save="nowhere.py", read="save.py", undone="read.py")
    verdicts = tried_page(A=tab)
    assert verdicts.pop("save.py") == "prints something else here"
    assert verdicts.pop("read.py") == verdicts.pop("undone.py") == FOLLOWS
    assert set(verdicts.values()) == {None}
    assert not {"save.py", "read.py", "undone.py"} & set(tab.asked[-1])


def test_what_fails_in_one_browser_has_a_button_in_none() -> None:
    first, second = Pretended(read="save.py"), Pretended(save="nowhere.py")
    verdicts = tried_page(A=first, B=second)
    assert verdicts["save.py"] == "prints something else here, in B"
    assert verdicts["read.py"] == FOLLOWS
    assert first.asked[-1] == second.asked[-1]


def test_what_another_browser_found_is_kept_while_the_program_is_as_it_was() -> None:
    digest = receipt.digest_of(INDEX.examples[0])
    reason = "prints something else here, in B"
    known = PageEntry("", {"save.py": Entry(digest, {}, "skipped", reason)})
    assert tried_page(known, A=Pretended())["save.py"] == reason
    assert tried_page(known, A=Pretended(), B=Pretended())["save.py"] is None


def test_a_program_that_runs_once_is_not_said_to_have_passed_twice() -> None:
    example = INDEX.examples[0]
    once = replace(example, marks=replace(example.marks, once="why"))
    said = [entry(each, None) for each in (example, once)]
    assert [(e.verdict, e.reason) for e in said] == [("passed twice", None), ("passed", "why")]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("python save.py\n", [["save.py"]]),
        ("python later/save.py\n", [["later/save.py"]]),
        ("python save.py a.db b.db\n", [["save.py", "a.db", "b.db"]]),
        ("python save.py\npython read.py\n", [["save.py"], ["read.py"]]),
        ("python save.py\nls\n", []),
        ("python save.py > saved.txt\n", []),
        ("python save.py *.db\n", []),
        ("python -m pickletools save.py\n", []),
    ],
)
def test_a_shell_program_runs_what_its_lines_name_if_they_do_nothing_else(
    text: str, runs: list[list[str]]
) -> None:
    example = INDEX.examples[0]
    shell = replace(example, language="sh", source=replace(example.source, text=text))
    assert pages.commands(shell) == runs


@pytest.mark.parametrize(
    ("key", "modules"),
    [
        ("sqlite/open", {"database.py"}),
        ("sqlite/index", set()),
        ("tutorial/lost", {"trial.py"}),
    ],
)
def test_what_prints_nothing_and_is_imported_is_a_module(key: str, modules: set[str]) -> None:
    each = page.read(PROJECT, PROJECT.page(key))
    assert {e.name for e in each.examples if pages.is_module(e, each)} == modules


def test_the_list_names_no_page_that_is_gone() -> None:
    gone = sorted(PROVEN.pages.keys() - set(KEYS))
    told = [f"{key} is gone; to take it off the list: make browser PAGE={key}" for key in gone]
    assert not gone, "\n".join(["in web/proven.json:", *told, MOVED])


def test_most_programs_run() -> None:
    count = PROVEN.count()
    assert sum(count[verdict] for verdict in PASSED) > count["skipped"]


@pytest.mark.parametrize(
    ("happened", "why"),
    [
        ({"printed": "saved\n", "status": 0, "failure": None}, None),
        ({"printed": "other\n", "status": 0, "failure": None}, "prints something else here"),
        ({"printed": "saved\n", "status": 1, "failure": None}, "prints something else here"),
        (
            {"printed": "", "status": 1, "failure": "KeyError: 'a'"},
            "ends with KeyError here",
        ),
        (
            {"printed": "RuntimeError: can't start new thread", "status": 0, "failure": None},
            "needs threads",
        ),
        (
            {"printed": "", "status": 1, "failure": "ModuleNotFoundError: No module named 'x'"},
            "needs the module x",
        ),
        ({"printed": "", "reason": "limit"}, "takes too long in a browser"),
        ({"printed": "saved\n", "status": -1, "failure": "x"}, "ends the browser's Python"),
    ],
)
def test_why_a_program_does_not_run_is_told_by_what_happened(
    happened: dict[str, Any], why: str
) -> None:
    save = next(example for example in INDEX.examples if example.name == "save.py")
    assert judge(save, {"skipped": None, **happened}) == why
