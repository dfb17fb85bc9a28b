"""A run writes down what it proved, and no more than that."""

import copy
import hashlib
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import toy_site
from toy_site import PAGE, READ, WRITE, collect, git, put
from twicetold.base import host
from twicetold.receipts import receipt

VALIDATOR = jsonschema.Draft202012Validator(json.loads(receipt.SCHEMA.read_text("utf-8")))


def written(notes: Path, *arguments: str) -> dict[str, Any]:
    """Run the site's tests and return the receipt that they wrote."""
    collect(notes, "docs", "--receipt", "proven.json", *arguments)
    made: dict[str, Any] = json.loads((notes / "proven.json").read_text("utf-8"))
    VALIDATOR.validate(made)
    return made


def entries(made: dict[str, Any]) -> dict[str, Any]:
    """Return a receipt's programs of the page."""
    found: dict[str, Any] = made["pages"]["notes"]["programs"]
    return found


def test_a_receipt_keeps_to_the_schema_and_names_the_hash_of_what_is_shown(notes: Path) -> None:
    programs = entries(written(notes))
    assert list(programs) == ["write.py", "read.py"]
    assert programs["write.py"]["sha256"] == hashlib.sha256(f"{WRITE}\0".encode()).hexdigest()
    shown = f"{READ}\0kept\n".encode()
    assert programs["read.py"]["sha256"] == hashlib.sha256(shown).hexdigest()
    assert {each["verdict"] for each in programs.values()} == {"passed twice"}


def test_the_controller_gathers_what_the_workers_ran(notes: Path) -> None:
    alone, spread = written(notes), written(notes, "-n", "2")
    assert alone["pages"] == spread["pages"]
    assert alone["host"] == spread["host"]


def test_a_receipt_names_its_host_and_reads_back(notes: Path) -> None:
    collect(notes, "docs", "--receipt", "receipts")
    path = notes / "receipts" / host.this().file
    made = receipt.read(path)
    assert made.host == host.this()
    assert made.count() == {"passed twice": 2, "passed": 0, "skipped": 0, "failed": 0}
    before = path.read_bytes()
    assert receipt.write(made, path).read_bytes() == before


def test_a_program_that_fails_is_written_down_as_failed(notes: Path) -> None:
    put(notes, "read.out", "lost\n")
    programs = entries(written(notes))
    assert programs["write.py"]["verdict"] == "passed twice"
    assert programs["read.py"]["verdict"] == "failed"


def test_a_program_that_fails_the_second_time_is_written_down_as_failed(notes: Path) -> None:
    put(notes, "write.py", WRITE + 'Path("once").mkdir()\n')
    assert entries(written(notes))["write.py"]["verdict"] == "failed"


@pytest.mark.parametrize(
    "mark, verdict",
    [("skipif(True, reason='why')", "skipped"), ("once(reason='why')", "passed")],
)
def test_a_skip_and_a_single_run_have_their_reason(
    notes: Path, mark: str, verdict: str
) -> None:
    page = PAGE.replace(
        '```python title="write', f'<!--pytest.mark.{mark}-->\n```python title="write'
    )
    (notes / "docs" / "notes.md").write_text(page, "utf-8")
    programs = entries(written(notes))
    assert (programs["write.py"]["verdict"], programs["write.py"]["reason"]) == (verdict, "why")


def test_a_run_that_was_cut_short_does_not_say_twice(notes: Path) -> None:
    programs = entries(written(notes, "-k", "not again"))
    assert {each["verdict"] for each in programs.values()} == {"passed"}


def test_one_run_more_leaves_what_passed_twice_on_the_same_page(notes: Path) -> None:
    whole = written(notes)
    assert written(notes, "-k", "not again")["pages"] == whole["pages"]
    put(notes, "write.py", "# other\n" + WRITE)
    programs = entries(written(notes, "-k", "not again"))
    assert {each["verdict"] for each in programs.values()} == {"passed"}


def test_the_packages_that_a_program_imports_have_their_versions(notes: Path) -> None:
    put(notes, "read.py", "import platformdirs\n" + READ)
    programs = entries(written(notes))
    assert list(programs["read.py"]["packages"]) == ["platformdirs"]
    assert programs["write.py"]["packages"] == {}


def test_all_packages_of_one_line_are_named_and_modules_of_the_page_are_not(
    notes: Path,
) -> None:
    put(notes, "local.py", "")
    put(notes, "read.py", "import os, platformdirs.unix as dirs, local\n" + READ)
    programs = entries(written(notes))
    assert list(programs["read.py"]["packages"]) == ["platformdirs"]


def another_page(notes: Path) -> None:
    """Put a second page beside the first."""
    (notes / "docs" / "more.md").write_text(PAGE.replace("notes/", "more/"), "utf-8")
    (notes / "snippets" / "more").mkdir()
    for file in (notes / "snippets" / "notes").iterdir():
        (notes / "snippets" / "more" / file.name).write_bytes(file.read_bytes())


def test_a_run_of_one_page_keeps_what_is_known_of_the_others(notes: Path) -> None:
    another_page(notes)
    whole = written(notes)
    collect(notes, "docs/notes.md", "--receipt", "proven.json")
    assert json.loads((notes / "proven.json").read_text("utf-8"))["pages"] == whole["pages"]


def test_a_run_of_one_program_keeps_what_is_known_of_the_others(notes: Path) -> None:
    whole = written(notes)
    assert written(notes, "-k", "read")["pages"] == whole["pages"]


def test_what_is_no_longer_so_or_there_is_not_kept(notes: Path) -> None:
    another_page(notes)
    written(notes)
    (notes / "snippets" / "more" / "read.out").write_text("lost\n", "utf-8")
    collect(notes, "docs/notes.md", "--receipt", "proven.json")
    made = json.loads((notes / "proven.json").read_text("utf-8"))
    assert list(made["pages"]) == ["notes"]


def test_a_receipt_of_another_host_is_replaced(notes: Path) -> None:
    another_page(notes)
    made = written(notes)
    made["host"]["python"] = "3.10.0"
    (notes / "proven.json").write_text(json.dumps(made), "utf-8")
    collect(notes, "docs/notes.md", "--receipt", "proven.json")
    made = json.loads((notes / "proven.json").read_text("utf-8"))
    assert list(made["pages"]) == ["notes"]


def test_the_commit_is_that_of_the_repository_that_holds_the_sources(notes: Path) -> None:
    git(notes, "init", "--quiet")
    git(notes, "add", ".")
    git(notes, "commit", "--quiet", "--message", "one")
    assert host.commit(notes / "mkdocs.yml") == (git(notes, "rev-parse", "HEAD"), False)
    put(notes, "read.out", "lost\n")
    assert host.commit(notes / "mkdocs.yml")[1]


def test_sources_unpacked_in_another_repository_have_no_commit(notes: Path) -> None:
    git(notes, "init", "--quiet")
    git(notes, "add", "docs")
    git(notes, "commit", "--quiet", "--message", "of another project")
    assert host.commit(notes / "mkdocs.yml") == (None, False)


def test_a_run_of_no_program_writes_no_receipt(notes: Path) -> None:
    done = collect(notes, "docs", "--receipt", "proven.json", "-k", "page")
    assert "no program was run, so no receipt was written" in done.stdout
    assert not (notes / "proven.json").exists()


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("once")
    toy_site.make(folder)
    return written(folder)


@pytest.mark.parametrize(
    "path, value",
    [
        (("made",), "22 Nov 2026"),
        (("commit",), "main"),
        (("host", "python"), "newest"),
        (("host", "runtime"), "container"),
        (("pages", "notes", "programs", "read.py", "sha256"), "0" * 63),
        (("pages", "notes", "programs", "read.py", "verdict"), "fine"),
        (("pages", "notes", "programs", "read.py", "verdict"), "skipped"),
        (("pages", "notes", "programs", "read.py", "seconds"), 1),
    ],
)
def test_the_schema_refuses(
    made_once: dict[str, Any], path: tuple[str, ...], value: Any
) -> None:
    made = copy.deepcopy(made_once)
    place = made
    for name in path[:-1]:
        place = place[name]
    place[path[-1]] = value
    assert not VALIDATOR.is_valid(made)
