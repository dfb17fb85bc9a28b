"""What MkDocs is given beside the pages helps an author."""

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig

from tests.support import with_receipts
from theme.hooks import columns, embeds, live
from toy_site import CONFIG, PAGE, collect, put

ROOT = Path(__file__).parents[2]


def edit(notes: Path, before: str, after: str) -> None:
    """Change the page."""
    assert before in PAGE
    (notes / "docs" / "notes.md").write_text(PAGE.replace(before, after, 1), "utf-8")


def missing(notes: Path) -> list[str]:
    """Return what the page embeds and is not there."""
    return list(embeds.missing(notes / "docs", [notes / "snippets"]))


def test_what_is_there_is_not_named(notes: Path) -> None:
    put(notes, "read.py", "# --8<-- [start:part]\nprint('kept')\n# --8<-- [end:part]\n")
    edit(notes, '"notes/read.py"', '"notes/read.py:part"')
    assert missing(notes) == []


@pytest.mark.parametrize(
    ("after", "said"),
    [
        ("notes/reed.py", 'no file "notes/reed.py"; did you mean "notes/read.py"?'),
        ("note/read.py", 'no file "note/read.py"; did you mean "notes/read.py"?'),
        ("notes/read.py:path", 'no section "path" in notes/read.py; did you mean "part"?'),
        ("zzz", 'no file "zzz"'),
    ],
)
def test_what_is_not_there_is_named_with_its_line_and_what_is_near(
    notes: Path, after: str, said: str
) -> None:
    put(notes, "read.py", "# --8<-- [start:part]\nprint('kept')\n# --8<-- [end:part]\n")
    edit(notes, '"notes/read.py"', f'"{after}"')
    assert missing(notes) == [f"docs/notes.md:12: {said}"]


def test_a_misspelt_embed_ends_the_build_with_one_message(notes: Path) -> None:
    hooks = f"hooks: [{ROOT / 'theme' / 'hooks' / 'embeds.py'}]\n"
    (notes / "mkdocs.yml").write_text(CONFIG + hooks, "utf-8")
    edit(notes, '"notes/read.py"', '"notes/reed.py"')
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=notes,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert 'docs/notes.md:12: no file "notes/reed.py"; did you mean' in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def served(notes: Path, monkeypatch: pytest.MonkeyPatch) -> MkDocsConfig:
    """The settings of the site of one page, which is being served."""
    monkeypatch.setattr(live, "_serving", {})
    live.on_startup(command="serve", dirty=False)
    return MkDocsConfig(str(notes / "mkdocs.yml"))


def shown(notes: Path) -> int:
    """Return of how many runs the pages tell."""
    file = notes / "docs" / "assets" / "proven" / "receipts.json"
    return len(json.loads(file.read_text("utf-8"))["runs"])


def test_a_new_receipt_is_shown_without_a_restart(notes: Path, served: MkDocsConfig) -> None:
    live.on_pre_build(config=served)
    assert shown(notes) == 0
    collect(notes, "docs", "--receipt", "receipts")
    live.on_pre_build(config=served)
    assert shown(notes) == 1


def test_what_is_no_receipt_is_said_and_the_site_is_still_served(
    notes: Path, served: MkDocsConfig, capfd: pytest.CaptureFixture[str]
) -> None:
    (notes / "receipts").mkdir()
    (notes / "receipts" / "mine.json").write_text("{}", "utf-8")
    live.on_pre_build(config=served)
    assert "receipts/mine.json is no receipt" in capfd.readouterr().err


def test_receipts_and_what_ran_in_a_browser_are_watched(
    notes: Path, served: MkDocsConfig
) -> None:
    (notes / "web").mkdir()
    (notes / "web" / "proven.json").touch()
    seen: list[str] = []
    live.on_serve(SimpleNamespace(watch=seen.append), config=served, builder=None)
    assert seen == [str(notes / "receipts"), str(notes / "web" / "proven.json")]


def test_a_build_that_is_not_served_gathers_nothing(
    notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "_serving", {})
    live.on_startup(command="build", dirty=False)
    live.on_pre_build(config=MkDocsConfig(str(notes / "mkdocs.yml")))
    assert not (notes / "docs" / "assets").exists()


@pytest.mark.parametrize(
    ("text", "is_table"),
    [
        ("name     tried   torn\nappend      17      0\n", True),
        ("one   row   only\nsaved\nand   one   more\n", False),
        ("key:    value\nother:  value\n", False),  # its words may wrap
        ("    if indented:\n        it has no cells\n", False),
    ],
)
def test_an_output_with_columns_is_marked(text: str, is_table: bool) -> None:
    html = f'<div class="language-text highlight"><pre><code>{text}</code></pre></div>'
    given: Any = None
    said = columns.on_page_content(html * 2, page=given, config=given, files=given)
    assert columns.has_columns(text) is is_table
    assert said.count('class="language-text columns highlight"') == (2 if is_table else 0)
    assert said.replace(" columns", "") == html * 2


def test_the_tests_of_a_site_that_was_served_replace_its_receipts(tmp_path: Path) -> None:
    receipts = tmp_path / "assets" / "proven" / "receipts.json"
    for known in ("served", "tested"):
        with_receipts.put(receipts, known)
    assert receipts.read_text("utf-8") == "tested"


@pytest.mark.parametrize(
    ("html", "is_short"),
    [
        ("<p><code>BEGIN IMMEDIATE</code></p>", True),
        ("<code>-wal</code>", True),
        (f"<code>{'x' * 24}</code>", True),
        (f"<code>{'x' * 25}</code>", False),
        ("<pre><code>-wal</code></pre>", False),
    ],
)
def test_short_code_in_a_text_is_marked(html: str, is_short: bool) -> None:
    given: Any = None
    said = columns.on_page_content(html, page=given, config=given, files=given)
    assert said == (html.replace("<code>", '<code class="short">') if is_short else html)
