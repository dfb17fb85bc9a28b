"""Pages of any site are run as they are: what is shown is compared, and nothing is left out."""

import json
import sys
from pathlib import Path

import pytest

from toy_site import run
from twicetold.foreign import play, sort
from twicetold.foreign.model import Block, Ended, Sort
from twicetold.run.patience import HANGS

SHOWN = """# A

```python
print(1 + 1)
#> 3
```

=== "Tab"
    ```python
    >>> 2 * 2
    5
    >>> print("a\\nb")
    a
    ```

```python
print("hi")
```

Output:

```text
ho
```

```python
for n in 1, 2:
    print({"number": n})
    '''
    {'number': 1}
    '''
```
"""
RENEWED = (
    SHOWN.replace("#> 3", "#> 2")
    .replace("    5\n", "    4\n")
    .replace("    a\n    ```", "    a\n    b\n    ```")
    .replace("\nho\n", "\nhi\n")
    .replace("    {'number': 1}\n", "    {'number': 1}\n    {'number': 2}\n")
)


def of(*fences: str, limit: float = HANGS) -> list[Block]:
    """Return the blocks of a page with these fences, after it was run."""
    page = sort.read("a.md", "\n\nText.\n\n".join(f"```python\n{each}\n```" for each in fences))
    play.play(page, play.How(limit))
    return page.blocks


@pytest.mark.parametrize(
    ("fence", "ended"),
    [
        ("print(1)", Ended.PASSED),
        ("print(1)\n#> 1", Ended.PASSED),
        ("print(1)\n#> 2", Ended.DIFFERS),
        ("def f():\n    print(1)\n    #> 1\nf()", Ended.PASSED),
        ("def f():\n    print(1)\n    #> 1", Ended.DIFFERS),
        ("print([1,\n2])\n'''\n[\n    1,\n    2,\n]\n'''", Ended.PASSED),
        (">>> 1 + 1\n2", Ended.PASSED),
        (">>> 1 + 1\n3", Ended.DIFFERS),
        (">>> 1 + 1\n# 2", Ended.PASSED),
        (">>> 1 + 1\n# 3", Ended.DIFFERS),
        (">>> a = 1\n>>> # a remark\n>>> a\n1", Ended.PASSED),
        (">>> 1 / 0\nTraceback (most recent call last):\nZeroDivisionError: a", Ended.PASSED),
        (">>> int('a')\nTypeError: a", Ended.RAISED),
        (">>> object()\n<object object at 0x7f0000000000>", Ended.PASSED),
        (">>> a = 1\n\na = 2\n\n>>> a\n2", Ended.PASSED),
        (">>> a = 1\n\nother text\n\n>>> a\n1", Ended.PASSED),
        ("1 / 0", Ended.RAISED),
        ("open('a', 'x').close()  # throws the second time", Ended.PASSED),
        (">>> a = open('a', 'x')\n>>> a.close()\n# throws the second time", Ended.PASSED),
        (">>> a = open('a', 'x')\n>>> a.close()\n# the end", Ended.AGAIN),
        (">>> a = 1 / 0  # fails\n>>> b = 1\n# so be it\n>>> c.d\n1", Ended.UNRUN),
        ("1 / 0  # raises ZeroDivisionError", Ended.PASSED),
        ("assert 1 == 2  # to be fixed", Ended.PASSED),
        ("import os\nos.mkdir('a')", Ended.AGAIN),
        ("import os\nos._exit(3)", Ended.RAISED),
        ("import os\nos.kill(os.getpid(), 9)", Ended.RAISED),
        (">>> import random\n>>> random.random()\n0.5", Ended.PASSED),
        (">>> print({'a', 'b', 'c', 'd', 'e'})\n{'e', 'd', 'c', 'b', 'a'}", Ended.PASSED),
        (
            "class A: pass\nimport pickle\nprint(type(pickle.loads(pickle.dumps(A()))))",
            Ended.PASSED,
        ),
    ],
)
def test_how_a_fence_ends(fence: str, ended: Ended) -> None:
    (block,) = of(fence)
    assert (block.ended, bool(block.detail) or not block.failed) == (ended, True)


@pytest.mark.parametrize(
    ("fence", "wanted", "reason"),
    [
        ("open('no-such-file')", Sort.SETUP, "no-such-file"),
        ("import os\nos.environ['NO_SUCH']", Sort.SETUP, "environment variable"),
        ("input()", Sort.SETUP, "asks for input"),
        ("import importlib\nimportlib.import_module('no_such')", Sort.SETUP, "no_such"),
        ("import socket\nsocket.create_connection(('example.org', 80))", Sort.SETUP, "network"),
        ("raise ImportError('Install s3 to read it')", Sort.SETUP, "not installed"),
        ("raise OSError('Error performing GET a')", Sort.SETUP, "network"),
        ("open('/no-such', 'w')", Sort.SETUP, "outside its folder"),
        ("def f():\n    return nowhere\nf()", Sort.FRAGMENT, "uses nowhere"),
        ("def f():\n    ...\nf().a", Sort.FRAGMENT, "leaves out code"),
    ],
)
def test_what_a_page_can_t_give_is_said_and_is_no_failure(
    fence: str, wanted: Sort, reason: str
) -> None:
    (block,) = of(fence)
    assert (block.sort, block.ended) == (wanted, Ended.UNRUN)
    assert reason in block.reason


@pytest.mark.parametrize(
    ("before", "fence", "reason"),
    [
        ("def broken()\n    return 1", ">>> broken()\n1", "broken of the block on line 1"),
        ("__all__ = ['a']\ndef _b(): pass", ">>> _b()\nTraceback\nNameError: a", "is a module"),
        ("# one.py\nfrom no_such import a", "raise KeyError('one.a')", "uses one.py"),
        ("a = 1", ">>> # Python 2.7\n>>> 1 / 0\n1", "for Python 2.7"),
    ],
    ids=["one that is not Python", "a module", "a file", "a comment on the Python"],
)
def test_what_a_block_that_can_t_run_would_give_is_no_failure_of_the_next(
    before: str, fence: str, reason: str
) -> None:
    block = of(before, fence)[1]
    assert (block.sort, block.ended, reason in block.reason) == (Sort.SETUP, Ended.UNRUN, True)


def test_what_continues_has_the_names_and_not_the_process_of_others() -> None:
    blocks = of("import os\na = os.getpid()", "b = a", "import os\nassert os.getpid()", "c = b")
    assert [block.ended for block in blocks] == [Ended.PASSED] * 4
    page = [{0, 1, 3}, {2}]
    assert [set(group) for group in play.together(blocks)] == page


def test_a_module_that_a_page_shows_is_imported_from_its_file() -> None:
    text = '```python title="models.py"\nA = 1\n```\n\n```python\nfrom models import A\n```\n'
    page = sort.read("a.md", text)
    play.play(page, play.How(HANGS))
    assert [block.ended for block in page.blocks] == [Ended.PASSED] * 2


def test_a_file_that_is_not_python_is_in_no_other_block_s_way() -> None:
    hooks = "# hooks.py\ndef pre(settings) -> dict(a=1\n"
    library = "from pathlib import Path\nfor each in Path().glob('hooks*.py'):\n    "
    broken, block = of(hooks, library + "compile(each.read_text(), each, 'exec')")
    assert (broken.name, broken.sort) == ("hooks.py", Sort.FRAGMENT)
    assert block.ended is Ended.PASSED, block.detail


def test_what_comes_after_the_end_of_a_process_is_run_in_another() -> None:
    blocks = of("a = 1", "import os\nprint(a)\nos._exit(3)", "print(a)\n#> 1")
    assert [block.ended for block in blocks] == [Ended.PASSED, Ended.RAISED, Ended.PASSED]


def test_what_does_not_end_is_stopped_and_named() -> None:
    # Without an end, and with no time at all: how quick the machine is does not count.
    (block,) = of("import threading\nthreading.Event().wait()", limit=0)
    assert block.ended is Ended.SLOW


def test_outputs_are_written_in_the_dialect_of_the_page(tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_text(SHOWN, "utf-8")
    done = run(tmp_path, "twicetold.cli", "outputs", "README.md")
    assert page.read_text("utf-8") == RENEWED, done.stdout + done.stderr
    assert run(tmp_path, "twicetold.cli", "run", "README.md").returncode == 0


EMPTY_LINE = '```pycon\n>>> print("a\\n\\nb")\na\n<BLANKLINE>\nb\n```\n'


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_empty_line_in_a_session_is_written_as_doctest_does(
    tmp_path: Path, end: str
) -> None:
    page = tmp_path / "README.md"
    right = EMPTY_LINE.replace("\n", end).encode()
    page.write_bytes(right.replace(f"a{end}<BLANKLINE>{end}b".encode(), b"c"))
    for _ in range(2):
        done = run(tmp_path, "twicetold.cli", "outputs", "README.md")
        assert page.read_bytes() == right, done.stdout + done.stderr
    assert run(tmp_path, "twicetold.cli", "run", "README.md").returncode == 0


def test_the_sum_holds_every_fence_and_the_status_says_it(tmp_path: Path) -> None:
    page = tmp_path / "docs" / "a.md"
    page.parent.mkdir()
    page.write_text(SHOWN + "\n```python\nnowhere\n```\n", "utf-8")
    done = run(tmp_path, "twicetold.cli", "run", "docs", "--json", "all.json")
    assert done.returncode == 1
    assert "docs/a.md:3: output differs: line 1: shown '3', printed '2'" in done.stdout
    assert (
        "docs/a.md:34: fragment: it uses nowhere, which nothing above it defines" in done.stdout
    )
    sums = json.loads((tmp_path / "all.json").read_text("utf-8"))["sums"]
    assert sums["found"] == sum(sums[sort] for sort in Sort) == 5
    assert sums["run"] == sum(sums[each] for each in Ended if each is not Ended.UNRUN) == 4


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = run(tmp_path, "twicetold.cli", "run", "dosc")
    assert (done.returncode, "no file or folder" in done.stderr) == (2, True)


def test_a_folder_without_a_page_is_named(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    done = run(tmp_path, "twicetold.cli", "run", "docs")
    assert (done.returncode, "no page in" in done.stderr) == (2, True)


def test_a_file_that_is_no_page_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("```python\n1 / 0\n```\n", "utf-8")
    done = run(tmp_path, "twicetold.cli", "run", "notes.txt")
    assert (done.returncode, "notes.txt is no page: it ends in none of" in done.stderr) == (
        2,
        True,
    )


def test_what_is_run_is_this_interpreter() -> None:
    (block,) = of(f"import sys\nassert sys.executable == {sys.executable!r}")
    assert block.ended is Ended.PASSED, block.detail
