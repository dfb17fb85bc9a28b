"""Receipts are gathered from all hosts, and count only for the sources as they stand."""

import json
from dataclasses import asdict, replace
from pathlib import Path

import jsonschema
import pytest

from toy_site import PAGE, READ, collect, put, run
from twicetold.base import host
from twicetold.base.project import Project
from twicetold.books import ledger
from twicetold.receipts import browser, gather, receipt
from twicetold.receipts.receipt import Receipt
from twicetold.versions import matrix
from twicetold.versions.interpreters import Interpreter

SCHEMA = json.loads(receipt.SCHEMA.read_text("utf-8"))


@pytest.fixture
def made(notes: Path) -> Receipt:
    """A receipt of the site of one page."""
    collect(notes, "docs", "--receipt", "receipts")
    return receipt.read(notes / "receipts" / host.this().file)


def browser_run(notes: Path, verdicts: list[str]) -> Path:
    """Write what ran in a browser, as web/prove.py does."""
    (page,) = ledger.read_all(Project(notes))
    entries = [
        {"program": e.title, "sha256": receipt.shown(e), "verdict": verdict}
        for e, verdict in zip(page.examples, verdicts, strict=True)
    ]
    tried = {"folder": receipt.folder(page), "programs": entries}
    runtime = {"pyodide": "314.0.7", "python": "3.14.2", "sqlite": "3.39.0"}
    said = {"runtime": runtime | {"made": "2026-11-22T09:30:00Z"}, "pages": {"notes": tried}}
    file = notes / "web" / "proven.json"
    file.parent.mkdir()
    file.write_text(json.dumps(said), "utf-8")
    return file


def test_the_receipts_of_all_hosts_are_gathered_oldest_python_first(
    notes: Path, made: Receipt
) -> None:
    newer = replace(made, host=replace(made.host, python="3.100.0"))
    older = replace(made, host=replace(made.host, python="3.9.0"))
    gathered = gather.keep(Project(notes), [newer, made, older])
    assert [each.host.python for each in gathered.receipts] == [
        "3.9.0",
        made.host.python,
        "3.100.0",
    ]
    assert [len(each.verdicts) for each in gathered.pages["notes"]] == [3, 3]


def test_a_receipt_of_other_sources_is_left_out(notes: Path, made: Receipt) -> None:
    put(notes, "read.py", READ + "\n")
    gathered = gather.keep(Project(notes), [made])
    assert gathered.receipts == ()
    assert not any(each.passed for each in gathered.pages["notes"])


def test_a_program_that_failed_anywhere_has_not_passed(notes: Path, made: Receipt) -> None:
    page = made.pages["notes"]
    failed = replace(page.programs["read.py"], verdict="failed")
    worse = replace(page, programs=page.programs | {"read.py": failed})
    gathered = gather.keep(Project(notes), [made, replace(made, pages={"notes": worse})])
    assert [each.passed for each in gathered.pages["notes"]] == [True, False]


def test_what_ran_in_a_browser_is_a_receipt_too(notes: Path) -> None:
    file = browser_run(notes, ["passed", "needs threads"])
    made = browser.read(file, Project(notes))
    jsonschema.validate(asdict(made), SCHEMA)
    assert made.host.runtime == "browser"
    entries = made.pages["notes"].programs
    assert [each.verdict for each in entries.values()] == ["passed twice", "skipped"]
    assert entries["read.py"].reason == "needs threads"


def test_what_ran_in_a_browser_and_is_told_in_an_older_form_is_left_out(notes: Path) -> None:
    file = browser_run(notes, ["passed", "passed"])
    said = json.loads(file.read_text("utf-8"))
    said["pages"]["notes"] = said["pages"]["notes"]["programs"]
    file.write_text(json.dumps(said), "utf-8")
    assert browser.read(file, Project(notes)).pages == {}


def test_a_list_with_the_marks_of_a_merge_is_named(notes: Path) -> None:
    file = browser_run(notes, ["passed", "passed"])
    file.write_text("<<<<<<< HEAD\n" + file.read_text("utf-8"), "utf-8")
    done = run(notes, "twicetold.cli", "gather")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "web/proven.json is not JSON" in done.stderr


def test_what_changed_since_it_ran_in_a_browser_is_left_out(notes: Path) -> None:
    file = browser_run(notes, ["passed", "passed"])
    put(notes, "read.out", "lost\n")
    assert browser.read(file, Project(notes)).pages == {}


def test_without_receipts_gather_says_how_to_write_one(notes: Path) -> None:
    done = run(notes, "twicetold.cli", "gather")
    assert done.stdout == "receipts: none; to write one: make test\n"
    path = notes / "docs" / "assets" / "proven" / "receipts.json"
    assert json.loads(path.read_text("utf-8"))["runs"] == []


def test_a_program_that_runs_once_is_not_said_to_have_passed_twice(notes: Path) -> None:
    page = PAGE.replace(
        '```python title="read', "<!--pytest.mark.once(reason='why')-->\n```python title=\"read"
    )
    (notes / "docs" / "notes.md").write_text(page, "utf-8")
    made = browser.read(browser_run(notes, ["passed", "passed"]), Project(notes))
    assert made.pages["notes"].programs["read.py"].verdict == "passed"


def test_what_this_machine_lacks_is_named() -> None:
    one = Interpreter(Path("python"), "3.13.0", False, ("dumb",))
    free = replace(one, version="3.14.1", free_threaded=True)
    assert matrix.missing([one, free]) == ["3.11", "3.12", "3.14", "3.15", "3.15t"]
