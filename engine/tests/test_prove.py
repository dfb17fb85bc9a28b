"""What no receipt tells of is run before it is published."""

import json
from pathlib import Path

import pytest

from publishing import NOT_NOW, built, edit, publish_it, published
from test_gather import browser_run
from toy_site import add_page, collect, put, run
from twicetold.base.project import Project
from twicetold.receipts import gather


def test_a_program_that_fails_is_refused_by_name(notes: Path) -> None:
    put(notes, "read.out", "lost\n")
    done = publish_it(notes)
    assert done.returncode == 1
    assert "docs/notes.md:11: read.py failed; to see how: pytest docs/notes.md" in done.stderr
    assert "refused: 1" in done.stdout


def test_a_receipt_of_another_text_does_not_count(notes: Path) -> None:
    collect(notes, "docs", "--receipt", "receipts")
    put(notes, "read.py", "print('kept')\n")
    put(notes, "write.py", "raise SystemExit(1)\n")
    done = publish_it(notes)
    assert "write.py failed" in done.stderr


def test_a_page_that_asks_for_a_failure_now_is_run_again(notes: Path) -> None:
    built(notes)
    edit(notes, "```text", "```pytb")
    done = publish_it(notes)
    assert done.returncode == 1
    assert "read.py failed" in done.stderr


def test_a_program_that_was_skipped_and_is_no_longer_is_run(notes: Path) -> None:
    put(notes, "read.out", "lost\n")
    edit(notes, '```python title="read', NOT_NOW + '```python title="read')
    built(notes)
    edit(notes, NOT_NOW, "")
    assert "read.py failed" in publish_it(notes).stderr


def test_a_program_whose_reason_to_be_skipped_is_gone_is_run(notes: Path) -> None:
    put(notes, "read.out", "lost\n")
    mark = "<!--pytest.mark.skipif(os.path.exists('flag'), reason='there is a flag')-->\n"
    edit(notes, '```python title="read', mark + '```python title="read')
    (notes / "flag").touch()
    built(notes)
    (notes / "flag").unlink()
    assert "read.py failed" in publish_it(notes).stderr


def test_a_program_that_was_run_once_only_is_run_again(notes: Path) -> None:
    put(notes, "write.py", "from pathlib import Path\n\nPath('note.txt').mkdir()\n")
    put(notes, "read.py", "print('kept')\n")
    collect(notes, "docs", "-k", "not again", "--receipt", "receipts")
    assert "write.py failed" in publish_it(notes).stderr


def test_only_the_second_run_of_what_runs_once_proves_nothing(notes: Path) -> None:
    put(notes, "read.out", "lost\n")
    mark = "<!--pytest.mark.once(reason='why')-->\n"
    edit(notes, '```python title="read', mark + '```python title="read')
    collect(notes, "docs", "-k", "read.py and again", "--receipt", "receipts")
    assert "read.py failed" in publish_it(notes).stderr


def test_a_browser_does_not_speak_for_what_its_page_asks_for_now(notes: Path) -> None:
    browser_run(notes, [None, None])
    assert len(gather.gather(Project(notes)).receipts) == 1
    edit(notes, "```text", "```pytb")
    assert gather.gather(Project(notes)).receipts == ()
    assert "read.py failed" in publish_it(notes).stderr


def test_what_passed_in_a_browser_is_run_here_before_it_is_published(notes: Path) -> None:
    browser_run(notes, [None, None])
    built(notes)
    hosts = [each.host.runtime for each in gather.gather(Project(notes)).receipts]
    assert hosts == ["process", "browser"]


def test_only_pages_that_no_receipt_tells_of_are_run(notes: Path) -> None:
    built(notes)
    add_page(notes, "more")
    (notes / "snippets" / "notes" / "__pycache__").mkdir()
    done = run(notes, "twicetold.cli", "prove")
    assert "5 passed" in done.stdout
    assert "passed" not in run(notes, "twicetold.cli", "prove").stdout


def test_a_receipt_of_an_older_version_is_refused_with_a_sentence(notes: Path) -> None:
    path, made = published(notes)
    for page in made["pages"].values():
        del page["folder"]
    path.write_text(json.dumps(made), "utf-8")
    done = run(notes, "twicetold.cli", "prove")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    said = "is no receipt, or another version of twicetold wrote it"
    assert f"{said}; remove it, and write one: make test\n" in done.stderr


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"pages": []}'])
def test_a_file_that_is_no_receipt_is_named(notes: Path, text: str) -> None:
    (notes / "receipts").mkdir()
    (notes / "receipts" / "mine.json").write_text(text, "utf-8")
    done = publish_it(notes)
    assert done.returncode == 1
    assert "receipts/mine.json is no receipt" in done.stderr
    assert done.stderr.count("\n") == 1
