"""Every fence of Python is found, in the dialects of many sites, with its line."""

import re
from pathlib import Path

import pytest

from twicetold.foreign import find, sort
from twicetold.foreign.model import Fence, Sort

OPENS = re.compile(
    r"[ >]*(?:[-*+] +|\d+[.)] +)?(?:`{3,}|~{3,}) *\{? ?\.?(?i:python|pycon|py)3?\b"
)
INFOS = (
    *(
        "python",
        "py",
        "python3",
        "pycon",
        "Python",
        " python",
        "{.python .annotate}",
        "{python}",
    ),
    *('python title="a.py"', 'py hl_lines="1 2" linenums="1"', '{.python title="b.py"}'),
    *('python exec="on"', "{code-cell} python", "python:line-numbers", "py {1,3}"),
)
OTHERS = ("", "text", "pytb", "console", "toml", "pyproject", "pyodide", "{.toml}", "ruby")
PLACES = {
    "plain": "{}",
    "after a paragraph": "Text:\n{}",
    "in a tab": '=== "Tab"\n\n    {}',
    "in a tab without an empty line": '=== "Tab"\n    {}',
    "in a note": "!!! note\n    {}",
    "in a fold": "??? note\n\n    {}",
    "in a list": "- item\n\n    {}",
    "in a nested list": "1. item\n\n    - more\n\n        {}",
    "in a quote": "> Text\n>\n> {}",
    "in a tab in a quote": '> === "Tab"\n>     {}',
    "in details": "<details>\n<summary>More</summary>\n{}\n</details>",
    "after front matter": "---\ntitle: a\n---\n{}",
}


def fences(text: str) -> list[Fence]:
    """Return the blocks of Python of a page of Markdown."""
    return find.fences(find.tokens(text))


def put(place: str, block: str) -> str:
    """Return a page with a block in a place."""
    before, _, after = PLACES[place].partition("{}")
    prefix = before.rpartition("\n")[2]
    return before + block.replace("\n", f"\n{prefix}") + after + "\n"


@pytest.mark.parametrize("mark", ["```", "~~~", "````"])
@pytest.mark.parametrize("place", PLACES)
def test_a_fence_is_found_where_it_is_with_its_lines(place: str, mark: str) -> None:
    text = put(place, f"{mark}python\nif a:\n\n    b\n{mark}")
    (fence,) = fences(text)
    assert fence.text == "if a:\n\n    b\n"
    assert "python" in text.split("\n")[fence.line - 1]


@pytest.mark.parametrize("info", INFOS)
def test_each_dialect_is_python(info: str) -> None:
    assert len(fences(f"```{info}\na = 1\n```\n")) == 1


@pytest.mark.parametrize("info", OTHERS)
def test_another_language_is_not(info: str) -> None:
    assert fences(f"```{info}\na = 1\n```\n") == []


def test_a_fence_without_a_language_is_python_if_it_has_prompts() -> None:
    assert len(fences("```\n>>> 1\n1\n```\n")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "````md\n```python\na\n```\n````\n",
        "<!--\n```python\na\n```\n-->\n",
        "```text\n~~~python\n```\n",
    ],
)
def test_what_no_reader_sees_as_a_block_is_none(text: str) -> None:
    assert fences(text) == []


def test_a_plain_expression_counts_the_same_in_a_page_of_all_dialects() -> None:
    parts = [put(place, f"```{info}\na = 1\n```") for place in PLACES for info in INFOS]
    text = "\n".join(part for part in parts if not part.startswith("---"))
    counted = sum(bool(OPENS.match(line)) or "code-cell" in line for line in text.split("\n"))
    assert len(fences(text)) == counted > 100


@pytest.mark.parametrize(
    ("block", "wanted", "reason"),
    [
        ("print(1)", Sort.PROGRAM, ""),
        ("print(x)", Sort.CONTINUES, "of the block on line 1"),
        ("def f():\n    return x", Sort.CONTINUES, "of the block on line 1"),
        ("print(y)", Sort.FRAGMENT, "uses y, which nothing above"),
        ("print(os.name)", Sort.SETUP, "the module os"),
        ("import no_such_module", Sort.SETUP, "no_such_module is not installed"),
        ("try:\n    import no_such_module\nexcept ImportError:\n    pass", Sort.PROGRAM, ""),
        ("a = (", Sort.FRAGMENT, "it is not Python"),
        ("await a()", Sort.FRAGMENT, "'await' outside function"),
        ("def f():\n    ...", Sort.PROGRAM, ""),
        ("a = 1\n...", Sort.FRAGMENT, "leaves out code"),
        ('--8<-- "a.py"', Sort.SETUP, "embedded"),
        (">>> for a in b:\n>>>     a", Sort.FRAGMENT, "its session is not Python"),
        (">>> a = (\nSyntaxError: '(' was never closed", Sort.PROGRAM, ""),
        ("[a for a in 'b']\nprint(a)", Sort.FRAGMENT, "uses a"),
        ("class A:\n    b = 1\n    c = b", Sort.PROGRAM, ""),
        ("from __future__ import annotations\ndef f(a: B): pass", Sort.PROGRAM, ""),
    ],
)
def test_each_fence_is_one_of_four_with_a_reason(block: str, wanted: Sort, reason: str) -> None:
    page = sort.read("a.md", f"```python\nx = 1\n```\n\n```python\n{block}\n```\n")
    assert (page.blocks[1].sort, reason in page.blocks[1].reason) == (wanted, True)


@pytest.mark.parametrize(
    "info", ['python {test="skip"}', 'python exec="false" reason="b"', 'py requires="9.9"']
)
def test_what_a_page_says_is_not_to_be_run_is_not(info: str) -> None:
    (block,) = sort.read("a.md", f"```{info}\na = 1\n```\n").blocks
    assert (block.sort, bool(block.reason)) == (Sort.SETUP, True)


def test_the_corpus_of_the_specimens_has_no_block_that_is_lost() -> None:
    for path in sorted((Path(__file__).parent / "specimens").rglob("*.md")):
        text = path.read_text("utf-8", "replace")
        page = sort.read(path.name, text)
        assert len(page.blocks) == len(fences(text))
        assert all(block.runs or block.reason for block in page.blocks)
