"""What is published is what was proven."""

import json
import subprocess
from pathlib import Path

import pytest
from notes import PAGE, WRITE, collect, put, run

from proof import gather, publish
from proof.build import build
from proof.project import Project

MARK = "<!--pytest.mark.skipif(True, reason='for another day')-->\n"


def publish_it(notes: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    """Do what `make build` does with the site of one page."""
    done = run(notes, "proof", "prove")
    if done.returncode == 0:
        build(Project(notes), notes / "site")
        done = run(notes, "proof", "hold", *options)
    return done


def built(notes: Path) -> Path:
    """Publish the site of one page and return the built page."""
    done = publish_it(notes)
    assert done.returncode == 0, done.stdout + done.stderr
    return notes / "site" / "notes" / "index.html"


def refusal(notes: Path) -> str:
    """Hold the built site to the receipts once more and return what is refused."""
    project = Project(notes)
    faults = publish.unproven(gather.gather(project), project.site, complete=False)
    return "\n".join(map(str, faults))


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


def test_what_is_shown_and_is_no_example_is_refused_too(notes: Path) -> None:
    page = built(notes)
    html = page.read_text("utf-8")
    page.write_text(html.replace("</article>", "<pre>print('typed')</pre></article>"), "utf-8")
    done = run(notes, "proof", "hold")
    assert done.returncode == 1
    assert "print('typed')" in done.stderr


def test_a_falsified_receipt_is_refused(notes: Path) -> None:
    built(notes)
    path = next((notes / "receipts").glob("*.json"))
    made = json.loads(path.read_text("utf-8"))
    made["pages"]["notes"]["programs"]["read.py"]["sha256"] = "0" * 64
    path.write_text(json.dumps(made), "utf-8")
    assert "read.py has no receipt" in refusal(notes)


def test_a_file_that_is_no_receipt_is_named(notes: Path) -> None:
    (notes / "receipts").mkdir()
    (notes / "receipts" / "mine.json").write_text("{}", "utf-8")
    done = publish_it(notes)
    assert done.returncode == 1
    assert "receipts/mine.json is no receipt" in done.stderr


def test_a_program_that_fails_is_refused_by_name(notes: Path) -> None:
    put(notes, "read.out", "lost\n")
    done = publish_it(notes)
    assert done.returncode == 1
    assert "read.py failed; see: make test" in done.stderr
    assert "refused: 1" in done.stdout


def test_a_receipt_of_another_text_does_not_count(notes: Path) -> None:
    collect(notes, "docs", "--receipt", "receipts")
    put(notes, "read.py", "print('kept')\n")
    put(notes, "write.py", "raise SystemExit(1)\n")
    done = publish_it(notes)
    assert "write.py failed" in done.stderr


def test_a_skip_is_said_and_refused_where_all_must_have_passed(notes: Path) -> None:
    page = PAGE.replace('```python title="write', MARK + '```python title="write')
    page = page.replace('```python title="read', MARK + '```python title="read')
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
