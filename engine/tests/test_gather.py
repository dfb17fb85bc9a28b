"""Receipts are gathered from all hosts, and count only for the sources as they are."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from toy_site import READ, collect, put, run
from twicetold.base import host
from twicetold.base.host import Host
from twicetold.base.project import Project
from twicetold.books import ledger
from twicetold.receipts import gather, receipt
from twicetold.receipts.receipt import PageEntry, Receipt
from twicetold.versions import matrix
from twicetold.versions.interpreters import Interpreter

SCHEMA = json.loads(receipt.SCHEMA.read_text("utf-8"))


@pytest.fixture
def made(notes: Path) -> Receipt:
    """A receipt of the site of one page."""
    collect(notes, "docs", "--receipt", "receipts")
    return receipt.read(notes / "receipts" / host.this().file)


def browser_run(notes: Path, reasons: list[str | None]) -> Path:
    """Write the receipt of a run in a browser, which says why some programs have no button."""
    (page,) = ledger.read_all(Project(notes))
    entries = {
        e.title: receipt.entry(e, "skipped" if reason else "passed twice", reason)
        for e, reason in zip(page.examples, reasons, strict=True)
    }
    pages = {"notes": PageEntry(receipt.fingerprint(page), entries)}
    where = Host("browser", "3.14.2", False, "3.39.0", "Pyodide 314.0.7", "wasm32")
    made = Receipt(where, None, False, "2026-11-22T09:30:00Z", pages)
    return receipt.write(made, notes / "web" / "proven.json")


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
    file = browser_run(notes, [None, "needs threads"])
    jsonschema.validate(json.loads(file.read_text("utf-8")), SCHEMA)
    gathered = gather.gather(Project(notes))
    assert [each.host.runtime for each in gathered.receipts] == ["browser"]
    assert [each.verdicts for each in gathered.pages["notes"]] == [
        ((0, "passed twice", None),),
        ((0, "skipped", "needs threads"),),
    ]


OLD = "is no receipt, or another version of twicetold wrote it"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<<<<<<< HEAD\n{}", "web/proven.json is no receipt, as it is not JSON"),
        ('{"runtime": {}, "pages": {}}', f"web/proven.json {OLD}"),
    ],
)
def test_a_list_that_is_no_receipt_is_named(notes: Path, text: str, said: str) -> None:
    browser_run(notes, [None, None]).write_text(text, "utf-8")
    done = run(notes, "twicetold.cli", "gather")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert said in done.stderr
    assert done.stderr.endswith("; take it from git, or make it again\n")


def test_what_changed_since_it_ran_in_a_browser_is_left_out(notes: Path) -> None:
    browser_run(notes, [None, None])
    put(notes, "read.out", "lost\n")
    assert gather.gather(Project(notes)).receipts == ()


def test_the_pages_fetch_the_first_half_of_each_digest(notes: Path) -> None:
    run(notes, "twicetold.cli", "run", "--receipt")
    gathered = gather.gather(Project(notes))
    fetched = gather.compact(gathered)["pages"]["notes"]
    whole = [program.sha256 for program in gathered.pages["notes"]]
    assert [each["digest"] for each in fetched] == [digest[:32] for digest in whole]
    assert all(len(digest) == 64 for digest in whole)


def test_without_receipts_gather_says_how_to_write_one(notes: Path) -> None:
    done = run(notes, "twicetold.cli", "gather")
    assert done.stdout == "receipts: none; to write one: make test\n"
    path = notes / "docs" / "assets" / "proven" / "receipts.json"
    assert json.loads(path.read_text("utf-8"))["runs"] == []


def test_what_this_machine_lacks_is_named() -> None:
    one = Interpreter(Path("python"), "3.13.0", False, ("dumb",))
    free = replace(one, version="3.14.1", free_threaded=True)
    assert matrix.missing([one, free]) == ["3.11", "3.12", "3.14", "3.15", "3.15t"]
