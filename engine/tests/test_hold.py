"""What is published is what was proven."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from test_gather import browser_run
from toy_site import PAGE, SETTINGS, WRITE, add_page, build, collect, program, put, run
from twicetold.base.project import Project
from twicetold.receipts import gather, hold

MARK = "<!--pytest.mark.skipif(True, reason='for another day')-->\n"


def publish_it(notes: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    """Do what `make build` does with the site of one page."""
    done = run(notes, "twicetold.cli", "prove")
    if done.returncode == 0:
        build(notes)
        done = run(notes, "twicetold.cli", "hold", *options)
    return done


def built(notes: Path) -> Path:
    """Publish the site of one page and return the built page."""
    done = publish_it(notes)
    assert done.returncode == 0, done.stdout + done.stderr
    return notes / "site" / "notes" / "index.html"


def published(notes: Path) -> tuple[Path, dict[str, Any]]:
    """Publish the site of one page and return its receipt: the file, and what it says."""
    built(notes)
    (path,) = (notes / "receipts").glob("*.json")
    return path, json.loads(path.read_text("utf-8"))


def refusal(notes: Path) -> str:
    """Hold the built site to the receipts once more and return what is refused."""
    project = Project(notes)
    faults = hold.unproven(project, gather.gather(project), project.site, complete=False)
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


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"pages": []}'])
def test_a_file_that_is_no_receipt_is_named(notes: Path, text: str) -> None:
    (notes / "receipts").mkdir()
    (notes / "receipts" / "mine.json").write_text(text, "utf-8")
    done = publish_it(notes)
    assert done.returncode == 1
    assert "receipts/mine.json is no receipt" in done.stderr
    assert done.stderr.count("\n") == 1


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


def edit(notes: Path, before: str, after: str) -> None:
    """Change the page."""
    page = notes / "docs" / "notes.md"
    text = page.read_text("utf-8")
    assert before in text
    page.write_text(text.replace(before, after, 1), "utf-8")


def test_a_page_that_asks_for_a_failure_now_is_run_again(notes: Path) -> None:
    built(notes)
    edit(notes, "```text", "```pytb")
    done = publish_it(notes)
    assert done.returncode == 1
    assert "read.py failed" in done.stderr


def test_a_program_that_was_skipped_and_is_no_longer_is_run(notes: Path) -> None:
    put(notes, "read.out", "lost\n")
    edit(notes, '```python title="read', MARK + '```python title="read')
    built(notes)
    edit(notes, MARK, "")
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


def test_a_digest_that_is_written_on_a_card_is_no_proof(notes: Path) -> None:
    page = built(notes)
    card = '<div class="language-python highlight"'
    text = page.read_text("utf-8")
    page.write_text(text.replace(card, f'{card} data-digest="{"0" * 64}"', 1), "utf-8")
    assert "write.py is not the text that was proven" in refusal(notes)


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


def test_what_is_wrong_with_a_page_stops_the_build(notes: Path) -> None:
    built(notes)
    edit(notes, 'title="read.py"', 'title="write.py"')
    for verb in ("prove", "hold"):
        done = run(notes, "twicetold.cli", verb)
        assert done.returncode == 1
        assert 'docs/notes.md:11: title="write.py", but read.py is embedded' in done.stderr


def test_only_pages_that_no_receipt_tells_of_are_run(notes: Path) -> None:
    built(notes)
    add_page(notes, "more")
    (notes / "snippets" / "notes" / "__pycache__").mkdir()
    done = run(notes, "twicetold.cli", "prove")
    assert "5 passed" in done.stdout
    assert "passed" not in run(notes, "twicetold.cli", "prove").stdout


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


def test_a_receipt_of_an_older_version_is_refused_with_a_sentence(notes: Path) -> None:
    path, made = published(notes)
    for page in made["pages"].values():
        del page["folder"]
    path.write_text(json.dumps(made), "utf-8")
    done = run(notes, "twicetold.cli", "prove")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "remove it, and write one: make test" in done.stderr


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
