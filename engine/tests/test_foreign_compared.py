"""On pages of others, what is compared with what is shown, and what passes without."""

import json
from pathlib import Path

import pytest

from toy_site import run
from twicetold.foreign import chance
from twicetold.foreign.model import Ended


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("```python\nprint(id(print) > 0)\n#> False\n```\n", "not compared"),
        ("It can fail.\n\n```python\nprint(1 / 0)\n```\n", "speaks of an error"),
    ],
)
def test_what_passes_without_being_compared_is_counted(
    text: str, detail: str, tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text(text, "utf-8")
    done = run(tmp_path, "twicetold.cli", "run", "a.md", "--json", "all.json")
    assert (done.returncode, "\n1 of those passed although" in done.stdout) == (0, True)
    (block,) = json.loads((tmp_path / "all.json").read_text("utf-8"))["blocks"]
    assert (block["ended"], detail in block["detail"]) == (Ended.PASSED, True)


@pytest.mark.parametrize(
    ("source", "asks"),
    [
        ("print(id(x))", True),
        ("user.id()", False),
        ("id = 1\nprint(id)", False),
        ("Column(version=1)", False),
        ("metadata.version('x')", True),
        ("print(sys.version)", True),
        ("print(book.version)", False),
        ("Field(default_factory=uuid4)", True),
        ("sorted(words, key=random.random)", True),
        ("np.random.normal(0, 1)", True),
        ("np.random.default_rng(1)", True),
        ("print('the time is now')", False),
        ("time = 3", False),
        ("time.time()", True),
        ("%timeit f()", True),
        ("what is it", False),
    ],
)
def test_only_what_is_asked_for_is_chance(source: str, asks: bool) -> None:
    assert chance.is_asked(source) is asks


BELOW = "```python\nif {}:\n    print('the first of three lines')\n```\n\n{}\n{}\n```\n"


@pytest.mark.parametrize(
    ("condition", "mark", "below", "status"),
    [
        ("1", "```text", "the first of three lines", 0),
        ("1", "```text", "the first of four lines", 1),  # it is meant to be the output
        ("1", "```text", "+---+\n| a |\n+---+", 0),
        ("1", '```text title="Output"', "another one", 1),
        ("0", '```text title="Output"', "the first of three lines", 1),
    ],
)
def test_what_is_below_is_the_output_if_it_looks_like_it(
    condition: str, mark: str, below: str, status: int, tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text(BELOW.format(condition, mark, below), "utf-8")
    done = run(tmp_path, "twicetold.cli", "run", "a.md")
    assert done.returncode == status, done.stdout


@pytest.mark.parametrize("mark", ["", "text", "console", "pycon"])
def test_a_session_is_one_in_a_block_of_text_too(mark: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"```{mark}\n>>> 1 + 1\n3\n```\n", "utf-8")
    done = run(tmp_path, "twicetold.cli", "run", "a.md")
    assert (done.returncode, "shown '3', printed '2'" in done.stdout) == (1, True), done.stdout
