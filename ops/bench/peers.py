"""Count the pages that this engine, and other tools, pass or refuse by mistake."""

import ast
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL

import psutil

from ops.bench import others
from ops.bench.figures import Figure
from ops.bench.judged import PAGES, Judged, written

ROOT = Path(__file__).resolve().parents[2]
RESULT = ROOT / "theme" / "includes" / "peers.md"
LIMIT = 90  # seconds; a tool that needs more has noticed nothing
PAGE = "page.md"
OURS = "docs/page.md"
# What a mistake is called, and of what pages.
KINDS = {
    ("passed", "wrong"): [page for page in PAGES if not page.right],
    ("refused", "right"): [page for page in PAGES if page.right],
}


def fence(text: str, output: str | None, begin: str = "```python") -> str:
    """Return a program as Markdown, and its output in a block of its own."""
    shown = "" if output is None else f'\n```text title="Output"\n{output}\n```\n'
    return f"{begin}\n{text}```\n{shown}"


def comment(text: str, output: str | None) -> str:
    """Return a program with its output in a comment, below the line that prints it."""
    lines = text.splitlines()
    if output is not None:
        last = max(number for number, line in enumerate(lines) if "print(" in line)
        indent = lines[last][: len(lines[last]) - len(lines[last].lstrip())]
        lines.insert(last + 1, f"{indent}#> {output}")
    return fence("\n".join([*lines, ""]), None)


def session(text: str, output: str | None) -> str:
    """Return a program as a session, if its output is shown, and else as it is."""
    if output is None:
        return fence(text, None)
    lines = text.splitlines()
    begins = {statement.lineno for statement in ast.parse(text).body}
    prompts = [">>>" if number in begins else "..." for number in range(1, len(lines) + 1)]
    typed = [f"{prompt} {line}".rstrip() for prompt, line in zip(prompts, lines, strict=True)]
    if lines[-1].startswith(" "):
        typed.append("...")
    # A statement that ends the program comes after what is printed.
    at = len(typed) - typed[-1].startswith(">>> sys.exit")
    return fence("\n".join([*typed[:at], output, *typed[at:], ""]), None)


def marked(text: str, output: str | None) -> str:
    """Return a program with the mark of `docs-that-run`."""
    return fence(text, output, others.MARKED)


def directed(text: str, output: str | None) -> str:
    """Return a program with the directive of `mdoctest`."""
    return fence(text, output, others.DIRECTED)


def asked(text: str, output: str | None) -> str:
    """Return a program with that directive, or as a session if its output is shown."""
    return directed(text, None) if output is None else session(text, output)


@dataclass(frozen=True)
class Tool:
    """A tool that checks the programs of a page, used as its documentation says.

    Args:
        package: its name on PyPI.
        command: what checks the page in a folder.
        ways: of writing a program in its markup; that with the fewest mistakes counts.
        files: what else it needs in the folder: texts by name.
        page: where it looks for the page.
    """

    package: str
    command: list[str]
    ways: tuple[Callable[[str, str | None], str], ...]
    files: dict[str, str]
    page: str = PAGE


TOOLS = [
    Tool(
        "twicetold",
        [str(Path(sys.executable).with_name("twicetold")), "run"],
        (fence,),
        {"pyproject.toml": "[tool.twicetold]\n"},
        OURS,
    ),
    Tool(
        "pytest-examples",
        [*others.PYTEST, "test_page.py"],
        (comment,),
        {"test_page.py": others.PYTEST_EXAMPLES.format(pages=PAGE, check="run_print_check")},
    ),
    Tool("sybil", [*others.PYTEST, PAGE], (session, fence), {"conftest.py": others.SYBIL}),
    Tool("doccmd", [*others.DOCCMD, PAGE], (fence,), {}),
    Tool("docs-that-run", [*others.DTR, PAGE], (marked,), {}),
    Tool("mdoctest", [*others.MDOCTEST, PAGE], (asked, directed), {}),
]


def mistakes(tool: Tool) -> list[Judged]:
    """Return the wrong pages that a tool passes, and the right ones that it refuses."""
    each = (
        [page for page in PAGES if refuses(tool, page, way) is page.right] for way in tool.ways
    )
    return min(each, key=len)


def refuses(tool: Tool, page: Judged, way: Callable[[str, str | None], str]) -> bool:
    """Return whether a tool ends with an error for a page, in a folder with nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        texts = tool.files | {tool.page: written(page.blocks, way)}
        for name, text in texts.items():
            path = Path(folder) / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        process = subprocess.Popen(tool.command, cwd=folder, stdout=DEVNULL, stderr=DEVNULL)
        try:
            return process.wait(LIMIT) != 0
        except subprocess.TimeoutExpired:
            whole = psutil.Process(process.pid)
            for each in [*whole.children(recursive=True), whole]:
                each.kill()
            process.wait()
            return False


def figures(write: bool = False) -> Iterator[Figure]:
    """Give how many pages each tool judges wrongly.

    Args:
        write: whether to write the tables of them that a page shows.
    """
    found = {name: mistakes(tool) for tool in TOOLS if (name := others.title(tool.package))}
    for name, pages in found.items():
        for (kind, _), some in KINDS.items():
            count = sum(page in pages for page in some)
            yield Figure(f"{name}: {kind} by mistake", count, f"of {len(some)}")
    if write:
        RESULT.write_text(tables(found), "utf-8")


def tables(found: dict[str, list[Judged]]) -> str:
    """Return how many pages each tool judges wrongly, and which, as Markdown.

    Args:
        found: the pages, by the tool's name and version.
    """
    heads = [f"{kind}, of {len(some)} {are} ones" for (kind, are), some in KINDS.items()]
    lines = [f"| tool | {' | '.join(heads)} |", "|---|---:|---:|"]
    for name, pages in found.items():
        counts = [str(sum(page in pages for page in some)) for some in KINDS.values()]
        lines.append(f"| {name} | {' | '.join(counts)} |")
    for (kind, are), some in KINDS.items():
        lines += ["", f"| what is {are} | {kind} by |", "|---|---|"]
        for page in some:
            tools = [name.split()[0] for name, pages in found.items() if page in pages]
            lines.append(f"| {page.what} | {', '.join(tools) or 'none'} |")
    lines += ["", "The pages are this project's own, in `ops/bench/judged.py`."]
    return "\n".join(lines) + "\n"
