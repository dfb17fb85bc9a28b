"""A site says in pyproject.toml where its parts are; a wrong setting is named by its line."""

import re
import shutil
from dataclasses import fields
from pathlib import Path

import pytest

from toy_site import collect, program, put, run
from twicetold.base import settings
from twicetold.base.settings import Settings, SettingsError

README = Path(__file__).parents[1] / "README.md"


def said(folder: Path, text: str) -> Settings:
    """Return the settings of a folder whose pyproject.toml has these lines in its table."""
    (folder / "pyproject.toml").write_text(f"[tool.twicetold]\n{text}\n", "utf-8")
    return settings.read(folder)


def test_a_site_that_sets_nothing_has_the_defaults(tmp_path: Path) -> None:
    assert settings.read(tmp_path) == Settings()
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'a'\n", "utf-8")
    assert settings.read(tmp_path) == Settings()


def test_what_is_set_is_read(tmp_path: Path) -> None:
    read = said(tmp_path, 'pages = "guide"\nruns = 1\nunlisted = ["news/*"]')
    assert read == Settings(pages="guide", runs=1, unlisted=("news/*",))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('page = "guide"', 'has no "page"; did you mean "pages"?'),
        ("xyz = 1", 'has no "xyz"; there are pages, programs, snippets, shared,'),
        (
            'programs = "inlined"',
            'or "inline" or "any", not \'inlined\'; did you mean "inline"?',
        ),
        ("runs = 3", "runs is 1 or 2, not 3"),
        ("runs = true", "runs is 1 or 2, not True"),
        ('timeout = "60"', "timeout is a number, not '60'"),
        ("timeout = 0", "timeout is 1 or more, not 0"),
        ("ahead = -1", "ahead is 0 or more, not -1"),
        ("network = 1", "network is true or false, not 1"),
        ("pages = ['docs']", "pages is text, not ['docs']"),
        ('shared = "../code"', "shared is the name of a folder in `snippets`, not '../code'"),
        ("unlisted = [1]", "unlisted is a list of texts, not [1]"),
    ],
)
def test_a_wrong_setting_is_named_by_its_line(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        said(tmp_path, f'snippets = "snippets"\n{line}')
    assert str(caught.value).startswith("pyproject.toml:3: [tool.twicetold] ")
    assert message in str(caught.value)


def test_a_file_that_is_not_toml_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"pyproject\.toml: this is not TOML: .*line 2"):
        said(tmp_path, "pages")


def test_both_commands_say_what_is_wrong_and_nothing_else(notes: Path) -> None:
    (notes / "pyproject.toml").write_text("[tool.twicetold]\nrun = 1\n", "utf-8")
    wanted = 'pyproject.toml:2: [tool.twicetold] has no "run"; did you mean "runs"?'
    for done in (collect(notes, "docs"), run(notes, "twicetold.cli", "outputs")):
        assert wanted in done.stderr and done.returncode != 0
        assert "Traceback" not in done.stderr


def test_the_readme_has_a_line_with_the_default_of_each() -> None:
    rows = re.findall(r"^\| `(\w+)` \| `([^`]*)` \| ", README.read_text("utf-8"), re.MULTILINE)
    shown = dict(rows)
    assert [*shown] == [each.name for each in fields(Settings)]
    for each in fields(Settings):
        default = [*each.default] if isinstance(each.default, tuple) else each.default
        assert shown[each.name] == str(default).replace("False", "false").join(
            ['"', '"'] if isinstance(default, str) else ["", ""]
        )


def test_pages_and_snippets_can_be_elsewhere(notes: Path) -> None:
    settings = '[tool.twicetold]\npages = "text"\nsnippets = "code"\nrenew = "do {page}"\n'
    (notes / "pyproject.toml").write_text(settings, "utf-8")
    (notes / "docs").rename(notes / "text")
    (notes / "snippets").rename(notes / "code")
    (notes / "code" / "notes" / "read.out").unlink()
    done = collect(notes, "text")
    assert "text/notes.md:16: no file code/notes/read.out; to write it: do notes" in done.stdout
    assert run(notes, "twicetold.cli", "outputs", "text/notes.md").returncode == 0
    assert "5 passed" in collect(notes, "text").stdout


@pytest.mark.parametrize(
    ("source", "output"),
    [
        ("print(1)", ""),
        ("raise SystemExit('no')", ""),
        ("import os\n\nprint('no', flush=True)\nos.kill(os.getpid(), 9)", ""),
        ("print(1)", '```pytb title="Result"\n1\n```\n'),
    ],
    ids=["prints", "fails", "is killed", "does not fail"],
)
def test_an_advised_output_has_the_title_that_is_set(
    notes: Path, source: str, output: str
) -> None:
    (notes / "pyproject.toml").write_text('[tool.twicetold]\noutput = "Result"\n', "utf-8")
    shutil.rmtree(notes / "snippets")
    typed = f"# Notes\n\n```python\n{source}\n```\n\n"
    (notes / "docs" / "notes.md").write_text(typed + output, "utf-8")
    said = collect(notes, "docs").stdout
    advised = re.search(r'```(?:text|pytb) title="\w+"', said)
    assert advised, said
    (notes / "docs" / "notes.md").write_text(f"{typed}{advised[0]}\n```\n", "utf-8")
    assert run(notes, "twicetold.cli", "outputs").returncode == 0
    assert "3 passed" in collect(notes, "docs").stdout


@pytest.mark.parametrize("is_shown", [True, False])
def test_an_advised_embed_has_the_title_that_is_set(notes: Path, is_shown: bool) -> None:
    (notes / "pyproject.toml").write_text('[tool.twicetold]\noutput = "Result"\n', "utf-8")
    shown = program("notes", "write") + "\n"
    head = f"# Notes\n\n{shown}" + program("notes", "read") * is_shown + "\n"
    (notes / "docs" / "notes.md").write_text(head, "utf-8")
    (notes / "snippets" / "notes" / "read.out").unlink()
    done = run(notes, "twicetold.cli", "outputs", "notes")
    said = done.stdout + done.stderr
    start = "<!--" if is_shown else '```python title="read'
    advised = re.search(rf"^{start}(?:.*\n)+?.*read\.out\"\n```$", said, re.MULTILINE)
    assert advised, said
    (notes / "docs" / "notes.md").write_text(f"{head}{advised[0]}\n", "utf-8")
    assert run(notes, "twicetold.cli", "outputs", "notes").returncode == 0
    assert "5 passed" in collect(notes, "docs").stdout


def test_a_page_can_be_run_once(notes: Path) -> None:
    put(notes, "write.py", "open('once', 'x').close()\nopen('note.txt', 'w').write('kept')\n")
    (notes / "pyproject.toml").write_text(
        "[tool.twicetold]\nruns = 1\nwarnings = 'default'\n", "utf-8"
    )
    assert "3 passed" in collect(notes, "docs").stdout
    assert run(notes, "twicetold.cli", "prove").returncode == 0
    assert "passed" not in run(notes, "twicetold.cli", "prove").stdout  # nothing is left to run
    assert re.search(r"^runs +2$", run(notes, "twicetold.cli", "ledger").stdout, re.MULTILINE)


@pytest.mark.parametrize(("warnings", "passed"), [("error", 3), ("default", 5)])
def test_warnings_can_be_left_to_python(notes: Path, warnings: str, passed: int) -> None:
    left_open = "f = open('note.txt', 'w')\nf.write('kept')\nf.flush()\n"
    put(notes, "write.py", left_open)
    text = f"[tool.twicetold]\nwarnings = '{warnings}'\n"
    (notes / "pyproject.toml").write_text(text, "utf-8")
    assert f"{passed} passed" in collect(notes, "docs").stdout


@pytest.mark.parametrize("allowed", [False, True])
@pytest.mark.parametrize("warnings", ["error", "default"])  # in a fork, and in a new process
def test_other_machines_can_be_allowed(notes: Path, allowed: bool, warnings: str) -> None:
    asks = (
        "import sys\nfrom pathlib import Path\nPath('note.txt').write_text('kept')\n"
        "try:\n    sys.audit('socket.getaddrinfo', 'example.org', 1, 0, 0, 0)\n"
        "except PermissionError:\n    pass\n"
    )
    put(notes, "write.py", asks)
    text = f"[tool.twicetold]\nnetwork = {str(allowed).lower()}\nwarnings = '{warnings}'\n"
    (notes / "pyproject.toml").write_text(text, "utf-8")
    done = collect(notes, "docs")
    assert ("asked for example.org" in done.stdout) is not allowed
    assert (done.returncode == 0) is allowed
