"""A file that several pages share is of each page that embeds it, and in no other."""

from pathlib import Path

import pytest

from toy_site import add_page, collect, put, run
from twicetold.base.project import Project
from twicetold.books import ledger
from twicetold.read import page
from twicetold.receipts import receipt

BOX = """from pathlib import Path

NOTE = Path("note.txt")


def keep(text: str) -> None:
    NOTE.write_text(text, encoding="utf-8")
    NOTE.chmod(0o600)
"""
WRITE = """import box

box.keep("kept")
"""
SHOWN = '\n```python title="box.py"\n--8<-- "shared/box.py"\n```\n'


def embed(folder: Path, key: str, text: str = SHOWN) -> None:
    """Show more on a page."""
    with (folder / "docs" / f"{key}.md").open("a", encoding="utf-8") as file:
        file.write(text)


@pytest.fixture
def two(notes: Path) -> Path:
    """A site of two pages, whose programs import the same file."""
    with (notes / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write('shared = "shared"\n')
    (notes / "snippets" / "shared").mkdir()
    (notes / "snippets" / "shared" / "box.py").write_text(BOX, "utf-8")
    put(notes, "write.py", WRITE)
    add_page(notes, "more")
    embed(notes, "notes")
    embed(notes, "more")
    return notes


def faults(folder: Path) -> list[str]:
    """What is said of the sources of the site."""
    return [str(fault) for fault in ledger.of_sources(Project(folder))]


def digests(folder: Path) -> list[str]:
    """Return for each page what its receipt must say."""
    return [receipt.fingerprint(each) for each in ledger.read_all(Project(folder))]


def test_each_page_that_embeds_it_finds_it_in_its_folder(two: Path) -> None:
    assert faults(two) == []
    assert "14 passed" in collect(two, "docs").stdout
    for each in ledger.read_all(Project(two)):
        assert ("box.py", "snippets/shared/box.py") in [(f.name, f.where) for f in each.files]


def test_a_page_that_does_not_embed_it_has_none(two: Path) -> None:
    path = two / "docs" / "more.md"
    path.write_text(path.read_text("utf-8").removesuffix(SHOWN), "utf-8")
    assert "ModuleNotFoundError: No module named 'box'" in collect(two, "docs").stdout


def test_a_change_of_it_makes_the_receipt_of_each_page_old(two: Path) -> None:
    before = digests(two)
    (two / "snippets" / "shared" / "box.py").write_text(BOX.replace("note.txt", "n"), "utf-8")
    assert not set(before) & set(digests(two))


def test_it_is_run_on_each_page_that_shows_it(two: Path) -> None:
    done = collect(two, "snippets/shared/box.py", "-v")
    for key in ("notes", "more"):
        assert f"docs/{key}.md::box.py PASSED" in done.stdout


def test_its_sections_can_be_shown_and_must_be(two: Path) -> None:
    part = BOX.replace("NOTE =", "# --8<-- [start:where]\nNOTE =").replace(
        '.txt")\n', '.txt")\n# --8<-- [end:where]\n'
    )
    (two / "snippets" / "shared" / "box.py").write_text(part, "utf-8")
    embed(two, "notes", SHOWN.replace('box.py"\n```', 'box.py:where"\n```'))
    assert faults(two) == [
        'snippets/shared/box.py:3: docs/more.md does not show section "where"'
    ]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (
            "snippets/notes/box.py",
            "a = 1\n",
            "docs/notes.md:20: shared/box.py is shared, and box.py is there already: "
            "snippets/notes/box.py:1; give one of them another name",
        ),
        ("snippets/shared/rest.py", "a = 1\n", "snippets/shared/rest.py:1: no page shows this"),
        (
            "docs/shared.md",
            "# Shared\n",
            "docs/shared.md:1: snippets/shared/ is for what pages share, not for the programs",
        ),
    ],
)
def test_what_could_be_mistaken_is_refused(two: Path, name: str, text: str, said: str) -> None:
    (two / name).write_text(text, "utf-8")
    assert [fault for fault in faults(two) if fault.startswith(said)], faults(two)


def test_without_the_setting_the_folder_is_one_that_no_page_has(two: Path) -> None:
    settings = two / "pyproject.toml"
    settings.write_text(settings.read_text("utf-8").replace("shared =", "site ="), "utf-8")
    said = "snippets/shared/box.py:1: no page shows this; there is no docs/shared.md"
    assert said in faults(two)
    read = page.read(Project(two), two / "docs" / "notes.md")
    assert "shared/box.py belongs to another page" in str(read.faults[0])


BLIND = """from pathlib import Path

print(Path("note.txt").exists())
"""


def test_an_alteration_of_it_is_noticed_if_one_page_notices(two: Path) -> None:
    looks = two / "snippets" / "notes" / "read.py"
    see = looks.read_text("utf-8").replace("import Path\n", "import Path\n\nimport box\n")
    see += "print(oct(box.NOTE.stat().st_mode & 0o777))\n"
    put(two, "read.py", see)
    put(two, "read.out", "kept\n0o600\n")
    blind = two / "snippets" / "more" / "read.py"
    blind.write_text(BLIND, "utf-8")
    blind.with_suffix(".out").write_text("True\n", "utf-8")
    for asked in (["more"], ["notes"], []):
        done = run(two, "twicetold.cli", "mutate", *asked)
        assert "shared: killed 3 of 3" in done.stdout, done.stdout + done.stderr
    put(two, "read.py", BLIND)
    put(two, "read.out", "True\n")
    done = run(two, "twicetold.cli", "mutate")
    assert done.returncode == 1
    place = "snippets/shared/box.py:8: NOTE.chmod(0o600) · 0o600 → 385"
    assert done.stdout.count(place) == 1
    assert "in mutants.toml: shared/box.py: NOTE.chmod" in done.stdout
