"""Reading a page has no side effects, and says what is wrong where it is."""

import ast
import os
import sys
from importlib import metadata
from pathlib import Path

import pytest

from toy_site import PAGE, collect, put
from twicetold.base import installed, names
from twicetold.base.project import Project
from twicetold.books import ledger
from twicetold.read import condition, data, mark, needs, page, text
from twicetold.read.condition import ConditionError


def faults(folder: Path) -> list[str]:
    """What is said of the sources of a site of one page."""
    return [str(fault) for fault in ledger.of_sources(Project(folder))]


def test_the_site_of_one_page_is_right(notes: Path) -> None:
    assert faults(notes) == []


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH DATABASE 'left.db' AS a; CREATE TABLE a.t (x);",
        "VACUUM INTO 'left.db';",
        "CREATE VIRTUAL TABLE t USING csv(filename='left.db');",
        "PRAGMA journal_mode = WAL; SELECT load_extension('left.db');",
    ],
)
def test_sql_that_is_shown_leaves_nothing_behind(
    statement: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert data.problem("sql", statement) == ""
    assert list(tmp_path.iterdir()) == []


def test_sql_that_never_ends_is_not_run() -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n"
    assert data.problem("sql", f"{endless}; CREATE TABLE t AS {endless};") == ""


def test_reading_a_page_imports_nothing_that_its_marks_name(notes: Path) -> None:
    package = notes / "noticed"
    package.mkdir()
    (package / "__init__.py").write_text("raise SystemExit('imported')", "utf-8")
    (notes / "pyproject.toml").write_text("[project]\ndependencies = ['noticed']\n", "utf-8")
    marked = '<!--pytest-codeblocks:importorskip(noticed)-->\n```python title="write'
    source = PAGE.replace('```python title="write', marked)
    (notes / "docs" / "notes.md").write_text(source, "utf-8")
    read = page.read(Project(notes), notes / "docs" / "notes.md")
    assert (read.faults, read.examples[0].marks.needs) == ((), "noticed")
    assert "noticed" not in sys.modules


def test_a_module_that_is_there_and_cannot_be_imported_is_not_installed() -> None:
    assert mark.Marks(needs="sqlite3").skip() is None
    assert mark.Marks(needs="no_such_module").skip() is not None
    assert mark.Marks(needs="xml.no_such_module").skip() is not None


@pytest.mark.parametrize(
    ("module", "known"),
    [
        ("sqlite3", True),
        ("xml.dom", True),
        ("yaml", True),  # of the package PyYAML
        ("numpy_typo", False),
        ("'json'", False),
        ("json, sqlite3", False),
        ("", False),
    ],
)
def test_a_module_that_no_list_names_is_a_fault(module: str, known: bool) -> None:
    root = Path(__file__).parents[2]
    assert (needs.problem(module, root, "requirements*.txt") == "") is known


def test_the_packages_here_are_looked_into_once_however_many_marks_ask(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked = []

    def look() -> dict[str, list[str]]:
        looked.append(1)
        return {}

    monkeypatch.setattr(metadata, "packages_distributions", look)
    installed._all.cache_clear()
    for module in ("yaml", "numpy", "yaml"):
        needs.problem(module, Path(__file__).parents[2], "requirements*.txt")
    installed._all.cache_clear()
    assert len(looked) == 1


@pytest.mark.parametrize(
    "expression",
    [
        "sys.platform == 'win32'",
        "sys.version_info[:2] in ((3, 11), (3, 12))",
        "not (shutil.which('jq') and False is True)",
        "os.environ.get('HOME') is None or sqlite3.sqlite_version_info < (3, 35)",
        "not os.path.isdir('/dev/shm')",
    ],
)
def test_a_condition_may_compare(expression: str) -> None:
    condition.check(ast.parse(expression, mode="eval").body)


@pytest.mark.parametrize(
    "expression",
    [
        "os.remove('x') is None",
        "os.environ.pop('HOME') is None",
        "[].append(1) is None",
        "os.path.os.system('true') == 0",
        "sys.modules['os'].system('true') == 0",
        "().__class__ is None",
        "(lambda: True)()",
        "any(x for x in ())",
        "sys.version < '3.9'",
        "(1, 'a') < (2, 'b')",
        "len(sys.argv) == 1",
        "9 ** 9 ** 9 > 1",
        "f'{os.system}' == ''",
        "(x := True)",
        "1",
        "sys.version_info",
        "sys.nothing == 1",
        "importlib.util.find_spec('xml.dom') is None",
        "importlib.import_module('this') is None",
    ],
)
def test_a_condition_may_do_nothing_else(expression: str) -> None:
    with pytest.raises(ConditionError):
        condition.check(ast.parse(expression, mode="eval").body)


@pytest.mark.parametrize(
    "name",
    [
        *(".DS_Store", "._b.py", "Thumbs.db", "desktop.ini", "b.py~", ".b.py.swp", "#b.py#"),
        *("__pycache__/b.cpython-311.pyc", ".idea/workspace.xml", "b.py.orig"),
    ],
)
def test_what_an_editor_leaves_is_no_file_of_the_page(notes: Path, name: str) -> None:
    before = Project(notes).files("notes")
    file = notes / "snippets" / "notes" / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"\xff\0")
    assert Project(notes).files("notes") == before
    assert faults(notes) == []


def test_a_file_that_nobody_left_is_named(notes: Path) -> None:
    put(notes, "data.db", "a")
    assert faults(notes) == [
        "snippets/notes/data.db:1: docs/notes.md neither shows nor names this file"
    ]


@pytest.mark.skipif(os.name == "nt", reason="links need special rights on Windows")
def test_a_link_out_of_the_folder_is_a_fault(notes: Path) -> None:
    file = notes / "snippets" / "notes" / "write.py"
    outside = file.rename(notes / "write.py")
    file.symlink_to(outside)
    assert faults(notes) == [
        "snippets/notes/write.py:1: this is a link, which a clone may not have; "
        "put the file itself here"
    ]


def test_two_names_that_are_one_on_other_systems_are_told() -> None:
    paths = [Path("a/B.py"), Path("a/b.py"), Path("a/c.py")]
    assert names.alike(paths) == [(paths[1], paths[0])]


@pytest.mark.parametrize(
    "name", ["a#b", "a:b", 'a"b', "a?b", "-m.py", "a ", "a.", "a\\b", "a\nb"]
)
def test_a_name_that_is_lost_on_the_way_is_refused(name: str) -> None:
    assert names.problem(Path("x") / name / "b.py")


@pytest.mark.parametrize("name", ["a b", "é", "日本", "R&D", "it's", "a,b", "a+b", "a-m.py"])
def test_a_name_with_letters_of_any_kind_is_let_pass(name: str) -> None:
    assert names.problem(Path("x") / name / "b.py") == ""


def test_one_page_that_is_not_utf_8_does_not_stop_the_others(notes: Path) -> None:
    (notes / "docs" / "other.md").write_bytes(b"# A\n\ncaf\xe9\n")
    done = collect(notes, "docs")
    assert "docs/other.md:3: byte 0xe9 is not UTF-8; save the file as UTF-8" in done.stdout
    assert "1 failed, 5 passed" in done.stdout


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_page_that_no_fence_of_it_hides_is_read_to_its_last_line(end: str) -> None:
    assert text.lines(f"a\u2028b\x0cc\nd{end}") == ["a\u2028b\x0cc", "d"]
