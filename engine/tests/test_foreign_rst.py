"""Each block of Python in reStructuredText is found, run and renewed, as Sphinx shows it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from toy_site import run
from twicetold.base.extra import MissingError
from twicetold.foreign import find, play, sort
from twicetold.foreign.model import Block, Ended, Sort
from twicetold.run.patience import HANGS

SAVE = 'from pathlib import Path\n\nPath("note.txt").write_text("kept", encoding="utf-8")\n'
KINDS = {
    "code-block": (".. code-block:: python\n\n   print(1)\n   #> 1\n", Ended.PASSED),
    "code": (".. code:: python\n\n   print(1)\n   #> 2\n", Ended.DIFFERS),
    "sourcecode": (".. SourceCode:: python3\n\n   1 / 0\n", Ended.RAISED),
    "with options": (
        ".. code-block:: python\n   :linenos:\n   :caption: a.py\n\n   print(__file__[-4:])\n"
        "   #> a.py\n",
        Ended.PASSED,
    ),
    "a session": (">>> 1 + 1\n3\n", Ended.DIFFERS),
    "doctest": (".. doctest:: a group\n\n   >>> 1 + 1\n   2\n", Ended.PASSED),
    "pycon": (".. code-block:: pycon\n\n   >>> 1 + 1\n   3\n", Ended.DIFFERS),
    "prompts below ::": ("So::\n\n   >>> 1 + 1\n   3\n", Ended.DIFFERS),
    "highlight": (".. highlight:: python\n\n::\n\n   1 / 0\n", Ended.RAISED),
    "testcode": (".. testcode::\n\n   print(1)\n\n.. testoutput::\n\n   1\n", Ended.PASSED),
    "testoutput": (
        ".. testcode::\n\n   print(1)\n\nSo:\n\n.. testoutput::\n   :hide:\n\n   2\n",
        Ended.DIFFERS,
    ),
    "an output that is named": (
        ".. code-block:: python\n\n   print(1)\n\nOutput:\n\n.. code-block:: text\n\n   2\n",
        Ended.DIFFERS,
    ),
    "literalinclude": (".. literalinclude:: code/save.py\n", Ended.PASSED),
    "include": (".. include:: code/save.py\n   :code: python\n", Ended.PASSED),
    "a cell": (".. jupyter-execute::\n\n   print(1)\n   #> 2\n", Ended.DIFFERS),
    "a plot": (".. plot:: code/save.py\n   :include-source:\n", Ended.PASSED),
    "an error of a cell": (".. jupyter-execute::\n   :raises:\n\n   1 / 0\n", Ended.PASSED),
    "a part": (".. literalinclude:: code/save.py\n   :lines: 3\n", Ended.PASSED),
    "in a note": (
        ".. note::\n   A note.\n\n   .. code:: python\n\n      1 / 0\n",
        Ended.RAISED,
    ),
    "in a tab": (
        ".. tab-set::\n\n   .. tab-item:: A\n      :sync: a\n\n      .. code:: python\n\n"
        "         1 / 0\n",
        Ended.RAISED,
    ),
    "in a list that is a table": (
        ".. list-table::\n   :unknown: 1\n\n   * - .. code:: python\n\n          1 / 0\n",
        Ended.RAISED,
    ),
    "a tab of code": (
        ".. tabs::\n\n   .. code-tab:: py A title\n\n      1 / 0\n",
        Ended.RAISED,
    ),
    "in a section": (
        ".. only:: html\n\n   A\n   -\n\n   .. code:: python\n\n      1 / 0\n",
        Ended.RAISED,
    ),
    "indented by tabs": (
        ".. code:: python\n\t:name: a\n\n\tif True:\n\t\tprint(1)\n\t#> 2\n",
        Ended.DIFFERS,
    ),
    "in a list": ("1. One\n\n   .. code:: python\n\n      1 / 0\n", Ended.RAISED),
    "in a table": (
        "+-------------------+\n| .. code:: python  |\n|                   |\n"
        "|    1 / 0          |\n+-------------------+\n",
        Ended.RAISED,
    ),
}
NONE = {
    "text and ::": "So::\n\n   print(1)\n",
    "code without a language": ".. code::\n\n   print(1)\n",
    "another language": ".. code-block:: console\n\n   $ python\n",
    "a comment": "..\n   .. code:: python\n\n      print(1)\n",
    "one colon": ".. code: python\n\n   print(1)\n",
    "code in text": "This is :python:`print(1)`, and :func:`print`.\n",
    "another page": ".. include:: code/save.py\n",
    "raw": ".. raw:: html\n\n   .. code:: python\n\n      print(1)\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file that pages include."""
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "save.py").write_text(SAVE, "utf-8")
    return tmp_path


def ran(text: str, folder: Path) -> list[Block]:
    """Return the blocks of a page, after it was run."""
    page = sort.read("a.rst", text, folder)
    play.play(page, play.How(HANGS))
    return page.blocks


@pytest.mark.parametrize("kind", KINDS)
def test_a_block_of_each_kind_is_found_and_run(kind: str, folder: Path) -> None:
    text, ended = KINDS[kind]
    (block,) = ran(f"Title\n=====\n\n{text}", folder)
    assert block.ended is ended, block.detail or block.reason


@pytest.mark.parametrize("kind", NONE)
def test_what_is_no_block_of_python_is_none(kind: str) -> None:
    assert find.fences(find.tokens(NONE[kind], "a.rst")) == []


def test_every_block_of_a_page_of_all_kinds_is_accounted_for(folder: Path) -> None:
    texts = [text for kind, (text, _) in KINDS.items() if kind != "highlight"]
    texts += NONE.values()
    text = "\n".join(f"{each}\nText.\n" for each in texts)
    (folder / "all.rst").write_text(text, "utf-8")
    shown = re.sub(r"^(\.\.|\.\. raw.*)\n(\n| .*\n)+", "", text, flags=re.MULTILINE)
    directives = re.findall(
        r"(?:code|code-block|sourcecode|code-tab):: (?:python3?|pycon|py)\b|testcode::"
        r"|doctest::|literalinc|jupyter-execute::|plot::|:code: python",
        shown,
        re.IGNORECASE,
    )
    bare = re.findall(r"^>>>|^\w+::\n\n +>>>", shown, re.MULTILINE)
    page = sort.read("all.rst", text, folder)
    assert len(page.blocks) == len(directives) + len(bare) > 15
    assert all(block.runs or block.reason for block in page.blocks)
    done = run(folder, "twicetold.cli", "run", "all.rst")
    counted = re.search(
        r"^(\d+) blocks .* = (\d+) program \+ (\d+) continues \+ (\d+) set-up \+ (\d+) frag",
        done.stdout,
        re.MULTILINE,
    )
    assert counted, done.stdout + done.stderr
    found, *sorts = map(int, counted.groups())
    assert found == sum(sorts) == len(page.blocks)


@pytest.mark.needs("sphinx")
def test_sphinx_shows_as_many_blocks_of_python_as_are_found(folder: Path) -> None:
    others = {"in a tab", "include", "a cell", "an error of a cell", "a plot"}
    others |= {"a tab of code", "in a list that is a table", "in a section"}  # no part of it
    texts = [text for kind, (text, _) in KINDS.items() if kind not in others]
    page = "A\n=\n\n" + "\n".join(f"{each}\nText.\n" for each in [*NONE.values(), *texts])
    (folder / "index.rst").write_text(page, "utf-8")
    settings = 'extensions = ["sphinx.ext.doctest"]\nhighlight_language = "none"\n'
    (folder / "conf.py").write_text(settings, "utf-8")
    command = ["sphinx-build", "-q", ".", "site"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    shown = (folder / "site" / "index.html").read_text("utf-8")
    named = re.findall(r'class="highlight-(?:python3?|pycon) |class="doctest highlight-', shown)
    prompts = re.findall(
        r'highlight-none notranslate"><div class="\w+"><pre>.*&gt;&gt;&gt;', shown
    )
    found = find.fences(find.tokens(page, "index.rst", folder))
    assert len(found) == len(named) + len(prompts) > 15


def test_a_file_that_is_included_twice_runs_once(folder: Path) -> None:
    text = (
        ".. literalinclude:: code/save.py\n   :lines: 1\n\n.. literalinclude:: code/save.py\n"
    )
    blocks = ran(text, folder)
    assert [block.ended for block in blocks] == [Ended.PASSED, Ended.UNRUN]
    assert blocks[1].reason.endswith(
        "a part of code/save.py, which runs as the block on line 1"
    )


def test_a_file_that_is_included_is_there_for_the_next_program(folder: Path) -> None:
    (folder / "names.csv").write_text("a,b\n", "utf-8")
    text = (
        ".. literalinclude:: /names.csv\n\n.. literalinclude:: /code/save.py\n\n"
        ".. code:: python\n\n   print(open('names.csv').read() + open('note.txt').read())\n"
        "   #> a,b\n   #> kept\n"
    )
    (folder / "conf.py").touch()
    (folder / "docs").mkdir()
    blocks = ran(text, folder / "docs")
    assert [block.ended for block in blocks] == [Ended.PASSED] * 2, blocks[1].detail


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (".. literalinclude:: gone.py\n", "a file is not there: gone.py"),
        (
            ".. code-block:: python\n   :a: b\n   c\n\n   1 / 0\n",
            "Sphinx can't read its directive",
        ),
        (".. testcode::\n   :skipif: True\n\n   1 / 0\n", 'its page says skipif="True"'),
        (".. doctest::\n   :pyversion: < 3\n\n   >>> 1\n   2\n", 'says pyversion="< 3"'),
    ],
)
def test_what_a_page_says_is_not_to_be_run_is_not(text: str, reason: str, folder: Path) -> None:
    (block,) = ran(text, folder)
    assert (block.sort, reason in block.reason) == (Sort.SETUP, True), block.reason


def test_what_it_needs_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docutils", None)
    said = r'this needs docutils, of the extra rst: pip install "twicetold\[rst\]"'
    with pytest.raises(MissingError, match=said):
        find.tokens("A\n=\n", "a.rst")


def test_groups_of_tests_have_names_of_their_own(folder: Path) -> None:
    text = ".. testcode:: a\n\n   x = 1\n\n.. testcode:: b\n\n   print(x)\n"
    assert [block.sort for block in ran(text, folder)] == [Sort.PROGRAM, Sort.FRAGMENT]


def test_outputs_are_written_where_the_page_shows_them(folder: Path) -> None:
    shown = "\n".join(text for text, ended in KINDS.values() if ended is Ended.DIFFERS)
    table = "+------------+\n| >>> 1 + 1  |\n| 3          |\n+------------+\n"
    (folder / "a.rst").write_text(shown, "utf-8")
    (folder / "b.rst").write_text(table, "utf-8")
    (folder / "c.rst").write_text(".. literalinclude:: code/wrong.py\n", "utf-8")
    (folder / "code" / "wrong.py").write_text("print(1)\n#> 2\n", "utf-8")
    done = run(folder, "twicetold.cli", "outputs", "a.rst", "b.rst", "c.rst")
    right = shown.replace("\n3\n", "\n2\n").replace("   3\n", "   2\n").replace("#> 2", "#> 1")
    right = right.replace(":hide:\n\n   2\n", ":hide:\n\n   1\n")
    right = right.replace(":: text\n\n   2\n", ":: text\n\n   1\n")
    assert (folder / "a.rst").read_text("utf-8") == right, done.stdout + done.stderr
    assert (folder / "b.rst").read_text("utf-8") == table
    assert (folder / "c.rst").read_text("utf-8") == ".. literalinclude:: code/wrong.py\n"
    assert "it is in code/wrong.py, which is left as it is" in done.stdout
    assert "it is in the table on line" in done.stdout


@pytest.mark.parametrize(
    ("conf", "count"),
    [('highlight_language = "python3"\n', 1), ("", 0), ("highlight_language = )", 0)],
)
@pytest.mark.parametrize(
    ("name", "text"),
    [("a.rst", ".. code-block::\n\n   1 / 0\n"), ("a.md", "```{code-block}\n1 / 0\n```\n")],
)
def test_code_without_a_language_has_that_of_the_site(
    name: str, text: str, conf: str, count: int, tmp_path: Path
) -> None:
    (tmp_path / "conf.py").write_text(conf, "utf-8")
    assert len(sort.read(name, text, tmp_path).blocks) == count
