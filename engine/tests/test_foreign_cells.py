"""The cells and directives of MyST and Quarto are read with their options."""

from pathlib import Path

import pytest

from toy_site import run
from twicetold.foreign import play, sort
from twicetold.foreign.model import Block, Ended, Sort
from twicetold.run.patience import HANGS

FRONT = "---\ntitle: A\nexecute:\n  eval: false\n---\n\n"
PASS = {
    "options": "```{code-block} python\n:caption: a.py\n:linenos:\n\nprint(__file__[-4:])\n"
    "#> a.py\n```",
    "options in YAML": "```{code-cell} python\n---\nb: {c: 1}\n---\nprint(1)\n#> 1\n```",
    "an error": "```{code-cell} python\n:tags: [raises-exception]\n\n1 / 0\n```",
    "an error of Quarto": "```{python}\n#| error: true\n1 / 0\n```",
    "a session": "```{doctest}\n>>> 1 + 1\n2\n```",
    "an output": "```{testcode}\nprint(1)\n```\n\n```{testoutput}\n:hide:\n\n1\n```",
    "a file": "```{literalinclude} save.py\n:language: python\n```",
    "colons": ":::{code-block} python\n:linenos:\n\nprint('```')\n#> ```\n:::",
    "colons in colons": "::::{note}\n:::{code-block} python\nprint(1)\n#> 1\n:::\n::::",
    "a file name": '```{.python filename="a.py"}\nprint(__file__[-4:])\n#> a.py\n```',
    "in RST": "```{eval-rst}\n.. code:: python\n\n   print(1)\n   #> 1\n```",
    "an option of its own": FRONT + "```{python}\n#| eval: true\nx = 1\n```",
}
FAIL = {
    "options": "```{code-block} python\n:linenos:\n\n1 / 0\n```",
    "an output": "```{testcode}\nprint(1)\n```\n\n```{testoutput}\n:hide:\n\n2\n```",
    "colons": ":::{code-block} python\n1 / 0\n:::",
    "in RST": "```{eval-rst}\n.. note::\n\n   >>> 1 + 1\n   3\n```",
    "a cell": "```{python}\n#| label: a\n1 / 0\n```",
    "no error is said": "```{python}\n#| error: false\n1 / 0\n```",
    "a file": "```{literalinclude} wrong.py\n```",
}
UNRUN = {
    'eval="false"': "```{python}\n#| eval: false\n1 / 0\n```",
    'eval="False"': FRONT + "```{python}\n1 / 0\n```",
    "skip-execution": "```{code-cell} python\n:tags: [skip-execution]\n\n1 / 0\n```",
    "a file is not there: gone.py": "```{literalinclude} gone.py\n```",
}


def ran(text: str, folder: Path) -> Block:
    """Return the one block of a page, after it was run."""
    (folder / "save.py").write_text("print(1)\n#> 1\n", "utf-8")
    (folder / "wrong.py").write_text("print(1)\n#> 2\n", "utf-8")
    page = sort.read("a.md", f"{text}\n", folder)
    play.play(page, play.How(HANGS))
    (block,) = page.blocks
    return block


@pytest.mark.parametrize("kind", PASS)
def test_what_is_right_passes(kind: str, tmp_path: Path) -> None:
    block = ran(PASS[kind], tmp_path)
    assert block.ended is Ended.PASSED, block.detail or block.reason


@pytest.mark.parametrize("kind", FAIL)
def test_what_is_wrong_fails(kind: str, tmp_path: Path) -> None:
    assert ran(FAIL[kind], tmp_path).failed


@pytest.mark.parametrize("reason", UNRUN)
def test_what_is_not_to_be_run_is_not_and_says_why(reason: str, tmp_path: Path) -> None:
    block = ran(UNRUN[reason], tmp_path)
    assert (block.sort, reason in block.reason) == (Sort.SETUP, True), block.reason


def test_an_output_is_written_where_it_is(tmp_path: Path) -> None:
    parts = (
        "> :::{code-block} python\n> print(1)\n> #> 2\n> :::",
        "- ```{eval-rst}\n  .. code:: python\n\n     print(1)\n     #> 2\n  ```",
        "```{testcode}\n:hide:\n\nprint(1)\n```\n\n```{testoutput}\n:hide:\n\n2\n```",
    )
    text = "\n\nText.\n\n".join(parts) + "\n"
    page = tmp_path / "a.md"
    page.write_text(text, "utf-8")
    done = run(tmp_path, "twicetold.cli", "outputs", "a.md")
    right = text.replace("#> 2", "#> 1").replace("\n2\n", "\n1\n")
    assert page.read_text("utf-8") == right, done.stdout + done.stderr


def test_colons_that_nothing_closes_are_text() -> None:
    assert sort.read("a.md", ":::{code-block} python\n1 / 0\n").blocks == []
