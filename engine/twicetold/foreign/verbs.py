"""`run`, `init` and `outputs` for pages that were not written for the engine."""

import sys
from pathlib import Path

from twicetold.base.names import PAGES
from twicetold.base.project import Project
from twicetold.foreign import baseline, pages, renew, table
from twicetold.foreign.model import Ended, Foreign

_ENDINGS = ", ".join(sorted(PAGES))
_TABLE = '\n[tool.twicetold]\nprograms = "any"\npages = "{pages}"\n'


def run(project: Project, names: list[str], json_file: str = "", keep: bool = False) -> int:
    """Run pages, print the sum of what became of their blocks; return the exit status.

    Args:
        project: the site.
        names: files and folders; if none, the folder of the pages.
        json_file: to write all that is known to, if given.
        keep: whether to leave the list of known failures as it is.
    """
    ran = _ran(project, names)
    if ran is None:
        return 2
    if json_file:
        Path(json_file).write_text(table.as_json(ran), "utf-8")
    file = project.root / project.settings.baseline
    before = baseline.read(file)
    judged = baseline.judge(ran, before or {})
    for page, block in judged.worse:
        print(table.line(page, block))
    if before is None:
        unrun = [(page, b) for page in ran for b in page.blocks if not b.runs]
        for page, block in unrun:
            print(table.line(page, block))
        print(table.table(table.sums(ran)))
        return 1 if judged.worse else 0
    for line in judged.fewer:
        print(line)
    if not keep:
        there = (each for each in judged.kept if (project.root / each).is_file())
        baseline.write(file, {name: judged.kept[name] for name in there})
    print(table.table(table.sums(ran)))
    print(f"{judged.known} known, {judged.fixed} fixed, {len(judged.worse)} worse")
    return 1 if judged.worse or judged.fewer else 0


def init(project: Project, names: list[str]) -> int:
    """Write the settings and what fails today; return the exit status.

    Args:
        project: the site.
        names: the folder of the pages, if it is another than the settings say.
    """
    config = project.root / "pyproject.toml"
    text = config.read_text("utf-8") if config.is_file() else ""
    begun = "[tool.twicetold]" in text
    if len(names) > 1 and not begun:
        print("the settings name one folder: give that which has all pages", file=sys.stderr)
        return 2
    ran = _ran(project, names)
    if ran is None:
        return 2
    if not begun:
        folder = Path(names[0]).as_posix() if names else _default(project)
        config.write_text((text + _TABLE.format(pages=folder)).lstrip("\n"), "utf-8")
    file = project.root / project.settings.baseline
    before = baseline.read(file) or {}
    others = {name: before[name] for name in before.keys() - {page.name for page in ran}}
    baseline.write(file, others | baseline.of(ran))
    print(table.table(table.sums(ran)))
    print(f"written: {config.name}, {file.name}; from now on, `twicetold run` is red for worse")
    return 0


def outputs(project: Project, names: list[str]) -> int:
    """Write what was printed into the pages, where it differs; return the exit status.

    Args:
        project: the site.
        names: files and folders; if none, the folder of the pages.
    """
    ran = _ran(project, names)
    if ran is None:
        return 2
    changed = 0
    for page in ran:
        for block in page.blocks:
            if block.ended is Ended.DIFFERS and (file := renew.shown_in(block)):
                print(f"{table.line(page, block)}; it is in {file}, which is left as it is")
        path = project.root / page.name
        text = path.read_bytes().decode("utf-8")
        if (new := renew.renewed(page, text)) != text:
            path.write_bytes(new.encode("utf-8"))
            print(f"written: {page.name}")
            changed += 1
    print(f"{changed} changed")
    return 0


def _default(project: Project) -> str:
    return project.settings.pages if project.docs.exists() else "."


def _ran(project: Project, names: list[str]) -> list[Foreign] | None:
    """Return the pages as they ran; None where one is not there, which it says."""
    places = [project.root / name for name in names or [_default(project)]]
    gone = [place for place in places if not place.exists()]
    if gone:
        print(f"no file or folder {gone[0]}", file=sys.stderr)
        return None
    for place in places:
        if place.is_file() and place.suffix.lower() not in PAGES:
            print(f"{place} is no page: it ends in none of {_ENDINGS}", file=sys.stderr)
            return None
    settings = project.settings
    paths = pages.below(places)
    if not paths:
        print(f"no page in {places[0]}: no file ends in {_ENDINGS}", file=sys.stderr)
        return None
    return pages.run(paths, project.root, settings.timeout, settings.runs, settings.network)
