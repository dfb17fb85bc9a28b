"""With `--skip-unchanged`, pytest does not run pages that are unchanged, and says so."""

import os
from pathlib import Path

import pytest

import toy_site
import warm_tool


def run(folder: Path, *options: str) -> str:
    """Run pytest on a site; return its summary."""
    return toy_site.collect(folder, "docs", "-v", *options).stdout


def test_pytest_says_what_it_did_not_run(notes: Path) -> None:
    assert "5 passed" in run(notes, "--skip-unchanged")
    said = run(notes, "--skip-unchanged")
    assert said.count("UNCHANGED") == 4 and "1 passed, 4 unchanged" in said
    assert "1 page unchanged since a green run, and not run" in said
    assert "5 passed" in run(notes), "it is not asked to skip anything"


def test_workers_skip_it_too(notes: Path) -> None:
    toy_site.add_page(notes, "more")
    assert "10 passed" in run(notes, "--skip-unchanged", "-n", "2")
    assert "2 passed, 8 unchanged" in run(notes, "--skip-unchanged", "-n", "2")


def test_nothing_is_skipped_where_ci_is_set(
    notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(notes, "--skip-unchanged")
    monkeypatch.setattr(toy_site, "run", with_ci)
    assert "5 passed" in toy_site.collect(notes, "docs", "--skip-unchanged").stdout


def with_ci(folder: Path, *arguments: str) -> object:
    """Run `python -m …` in a folder as a public workflow does."""
    outer = {**os.environ, "CI": "true", "PYTEST_ADDOPTS": toy_site.NO_OTHERS}
    return warm_tool.run(folder, arguments, outer)


def test_a_part_of_a_page_is_not_remembered(notes: Path) -> None:
    run(notes, "--skip-unchanged", "-k", "write")
    assert "5 passed" in run(notes, "--skip-unchanged")


def test_a_receipt_is_written_of_what_ran_alone(notes: Path) -> None:
    run(notes, "--skip-unchanged")
    assert "5 passed" in run(notes, "--skip-unchanged", "--receipt", "receipts")
    assert "4 unchanged" in run(notes, "--skip-unchanged", "--receipt", "receipts")
    (receipt,) = (notes / "receipts").iterdir()
    receipt.unlink()
    assert "5 passed" in run(notes, "--skip-unchanged", "--receipt", "receipts")


def test_a_page_whose_sources_are_wrong_is_red_although_it_is_not_run(notes: Path) -> None:
    run(notes, "--skip-unchanged")
    config = notes / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("- notes.md", "- other.md"), "utf-8")
    said = run(notes, "--skip-unchanged")
    assert "1 failed, 4 unchanged" in said
