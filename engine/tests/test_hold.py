"""What is published is what was proven."""

import json
from pathlib import Path

import pytest

from publishing import NOT_NOW, built, edit, publish_it, published, refusal
from toy_site import PAGE, SETTINGS, WRITE, program, put, run


def test_a_bare_clone_publishes_what_it_has_just_run(notes: Path) -> None:
    built(notes)
    assert len(list((notes / "receipts").glob("*.json"))) == 1
    fetched = json.loads((notes / "site" / "assets" / "proven" / "receipts.json").read_text())
    assert [p["program"] for p in fetched["pages"]["notes"]] == ["write.py", "read.py"]
    assert [p["verdicts"] for p in fetched["pages"]["notes"]] == [[[0, "passed twice"]]] * 2


@pytest.mark.parametrize(
    "before, after, named",
    [("UTF-8", "UTF-9", "write.py"), ("kept\n</code>", "lept\n</code>", "read.py")],
)
def test_one_character_of_a_built_page_is_refused_by_name(
    notes: Path, before: str, after: str, named: str
) -> None:
    put(notes, "write.py", WRITE.replace("utf-8", "UTF-8"))
    page = built(notes)
    assert refusal(notes) == ""
    html = page.read_text("utf-8")
    assert html.count(before) == 1
    page.write_text(html.replace(before, after), "utf-8")
    said = refusal(notes)
    assert said.startswith("site/notes/index.html:")
    assert said.count("\n") == 0
    assert f" {named} is not the text that was proven" in said


@pytest.mark.parametrize(
    ("settings", "title"),
    [(SETTINGS, ""), ('[tool.twicetold]\noutput = "It prints"\n', "It prints")],
)
def test_an_output_is_known_by_its_title_or_without_one(
    notes: Path, settings: str, title: str
) -> None:
    (notes / "pyproject.toml").write_text(settings, "utf-8")
    text = f"# Notes\n\n{program('notes', 'write')}\n{program('notes', 'read', 'read', title)}"
    (notes / "docs" / "notes.md").write_text(text, "utf-8")
    page = built(notes)
    assert refusal(notes) == ""
    html = page.read_text("utf-8")
    page.write_text(html.replace("kept\n</code>", "lept\n</code>"), "utf-8")
    assert " read.py is not the text that was proven" in refusal(notes)


def test_what_is_shown_and_is_no_example_is_refused_too(notes: Path) -> None:
    page = built(notes)
    html = page.read_text("utf-8")
    page.write_text(html.replace("</article>", "<pre>print('typed')</pre></article>"), "utf-8")
    done = run(notes, "twicetold.cli", "hold")
    assert done.returncode == 1
    assert "print('typed')" in done.stderr


def test_a_falsified_receipt_is_refused(notes: Path) -> None:
    path, made = published(notes)
    made["pages"]["notes"]["programs"]["read.py"]["sha256"] = "0" * 64
    path.write_text(json.dumps(made), "utf-8")
    assert "read.py has no receipt" in refusal(notes)


def test_a_digest_that_is_written_on_a_card_is_no_proof(notes: Path) -> None:
    page = built(notes)
    card = '<div class="language-python highlight"'
    text = page.read_text("utf-8")
    page.write_text(text.replace(card, f'{card} data-digest="{"0" * 64}"', 1), "utf-8")
    assert "write.py is not the text that was proven" in refusal(notes)


def test_what_is_wrong_with_a_page_stops_the_build(notes: Path) -> None:
    built(notes)
    edit(notes, 'title="read.py"', 'title="write.py"')
    for verb in ("prove", "hold"):
        done = run(notes, "twicetold.cli", verb)
        assert done.returncode == 1
        assert 'docs/notes.md:11: title="write.py", but read.py is embedded' in done.stderr


def test_a_failure_elsewhere_says_where_and_what_to_do(notes: Path) -> None:
    path, made = published(notes)
    made["host"] |= {"python": "3.99.0", "system": "Plan 9", "machine": "x"}
    made["pages"]["notes"]["programs"]["read.py"]["verdict"] = "failed"
    (path.parent / "python-3.99.0-plan-x.json").write_text(json.dumps(made), "utf-8")
    said = publish_it(notes).stderr
    assert (
        "read.py failed on Python 3.99.0 (Plan 9); run it there again: twicetold matrix" in said
    )
    assert "or remove what that run wrote: receipts/python-3.99.0-plan-x.json" in said


def test_a_skip_is_said_and_refused_where_all_must_have_passed(notes: Path) -> None:
    page = PAGE.replace('```python title="write', NOT_NOW + '```python title="write')
    page = page.replace('```python title="read', NOT_NOW + '```python title="read')
    (notes / "docs" / "notes.md").write_text(page, "utf-8")
    done = publish_it(notes)
    assert done.returncode == 0, done.stderr
    assert "not proven here: notes: write.py: for another day" in done.stdout
    done = publish_it(notes, "--complete")
    assert done.returncode == 1
    assert "write.py passed nowhere: for another day" in done.stderr


def test_what_passed_with_another_neighbour_has_not_passed(notes: Path) -> None:
    built(notes)
    put(notes, "input.csv", "a,b\n")
    assert refusal(notes).count("has no receipt") == 2
