"""Write the parts of pages that are computed from the sources: totals, messages and more."""

import re
from pathlib import Path

from guide import choosing, cuts, elsewhere, engines, lab, messages, results, speed, squares
from twicetold.base.project import Project
from twicetold.books import ledger
from twicetold.books.ledger import Totals

_TERM = re.compile(r"^(?P<term>\S.*)\n:\s+(?P<definition>(?:.+\n?)+)", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def compute(project: Project) -> dict[Path, str]:
    """Return the text of each computed file.

    Args:
        project: the sources.
    """
    includes = project.root / "theme" / "includes"
    pages = ledger.read_all(project)
    sums = ledger.totals(pages)
    specimens = len([*(project.root / "engine/tests/specimens").glob("**/docs/**/*.md")])
    files = {
        includes / "claim.md": _claim(sums),
        includes / "totals.md": _totals(sums, specimens),
        includes / "squares.md": squares.squares(pages),
        includes / "messages.md": messages.table(messages.gather(project, pages)),
        includes / "choose.md": choosing.rows(project),
        project.docs / "assets" / "badge.svg": squares.badge(sums),
    }
    tables = results.tables(project) | cuts.tables(project) | speed.figures(project)
    for name, text in tables.items():
        files[includes / name] = text
    if found := elsewhere.table(project):
        files[includes / "corpora.md"] = found
    if engines.file(project).is_file():
        files[includes / "engines.md"] = engines.table(project)
    if project.page("glossary").is_file():
        glossary = project.page("glossary").read_text("utf-8")
        files[includes / "abbreviations.md"] = _abbreviations(glossary)
    return files


def write(project: Project) -> list[str]:
    """Renew the computed files; return the names of those that changed.

    Args:
        project: the sources.
    """
    changed = []
    for path, text in compute(project).items():
        before = path.read_text("utf-8") if path.is_file() else ""
        if text != before:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
            changed.append(project.name(path))
    return changed + lab.write(project)


def _claim(sums: Totals) -> str:
    """Return what only this site does, in one sentence."""
    return (
        f"What you read here happened: **{sums.programs} programs**, each its own process; "
        f"**{sums.runs} runs** of them, **{sums.outputs} outputs** compared to the byte. "
        "[How it is tested](how-tested.md) says what that proves, and what it cannot.\n"
    )


def _totals(sums: Totals, specimens: int) -> str:
    kinds = ", ".join(f"{count} {language}" for language, count in sums.prose.items())
    lines = [
        "| what the site shows | how many |",
        "|---|---:|",
        f"| pages | {sums.pages} |",
        f"| programs, each shown whole once | {sums.programs} |",
        f"| runs of them on a host where none is skipped | {sums.runs} |",
        f"| outputs, each compared to the byte | {sums.outputs} |",
        f"| parts of a program shown again | {sums.sections} |",
        f"| input files | {sums.inputs} |",
        f"| blocks that are not run ({kinds or 'none'}) | {sum(sums.prose.values())} |",
        f"| specimens: wrong pages that must turn red, odd ones that must not | {specimens} |",
    ]
    if sums.skips:
        title = f"{len(sums.skips)} programs that are not run everywhere, or not twice"
        lines += ["", f'??? note "{title}"', "", "    | program | why |", "    |---|---|"]
        lines += [f"    | `{example}` | {reason} |" for example, reason in sums.skips]
    return "\n".join(lines) + "\n"


def _abbreviations(glossary: str) -> str:
    """Return the glossary's terms as abbreviations: the first sentence is the tooltip.

    An empty line parts any two: Markdown reads lines that touch as one block, once for each of
    them, on every page; apart they cost a third of the build less.
    """
    lines = []
    for match in _TERM.finditer(glossary):
        text = " ".join(_LINK.sub(r"\1", match["definition"]).split())
        sentence = re.split(r"(?<=[.!?])\s", text.replace("`", ""))[0]
        terms = (term.strip() for term in match["term"].split(","))
        lines += [f"*[{term}]: {sentence}" for term in terms if "(" not in term]
    return "\n\n".join(lines) + "\n" if lines else ""
