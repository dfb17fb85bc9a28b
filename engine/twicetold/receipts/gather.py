"""Gather the receipts that are true of the sources as they stand, for the pages to show."""

import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from twicetold.base.project import Project
from twicetold.books import ledger
from twicetold.read.mark import MarkError
from twicetold.read.model import Example
from twicetold.receipts import browser, receipt
from twicetold.receipts.receipt import PASSED, Receipt


class StaleError(Exception):
    """A file among the receipts is none; the message says which and what to do."""


@dataclass(frozen=True)
class Standing:
    """What the receipts say of one program as it stands.

    Args:
        title: its name, and its variant.
        sha256: of what its page shows.
        sections: the hashes of its parts that the page shows again.
        verdicts: for each receipt that knows it, its place in `Gathered.receipts`, the verdict
            and the reason.
        packages: the versions with which it was run of those it imports.
        here: whether it would be run on this host, skipped or not where it was tried.
    """

    title: str
    sha256: str
    sections: tuple[str, ...]
    verdicts: tuple[tuple[int, str, str | None], ...]
    packages: dict[str, list[str]]
    here: bool

    @property
    def passed(self) -> bool:
        """Whether it passed somewhere and failed nowhere."""
        verdicts = {verdict for _, verdict, _ in self.verdicts}
        return not verdicts.isdisjoint(PASSED) and "failed" not in verdicts

    @property
    def skipped(self) -> str | None:
        """Why it was skipped wherever it was tried; None where it was run, or can be here."""
        if {verdict for _, verdict, _ in self.verdicts} == {"skipped"} and not self.here:
            return self.verdicts[0][2]
        return None


@dataclass(frozen=True)
class Gathered:
    """What the receipts say of the sources as they stand.

    Args:
        receipts: those that are true of at least one page, oldest Python first; each with those
            pages only.
        pages: the programs of each page, by its key, in the order of the page.
    """

    receipts: tuple[Receipt, ...]
    pages: dict[str, tuple[Standing, ...]]


def gather(project: Project) -> Gathered:
    """Read the receipts and keep what is true of the sources.

    Args:
        project: the sources.

    Raises:
        StaleError: if a file in `receipts/` is no receipt, or one from elsewhere can't be read.
    """
    found = _read(project)
    for name in project.settings.brought:
        if (project.root / name).is_file():
            try:
                found.append(browser.read(project.root / name, project))
            except ValueError as error:
                problem = f"{name} is not JSON ({error})"
                raise StaleError(f"{problem}; take it from git, or make it again") from None
    return keep(project, found)


def keep(project: Project, receipts: Iterable[Receipt]) -> Gathered:
    """Keep what is true of the sources.

    A page of a receipt counts only if its whole folder is the same now: a program that passed
    because of the one before it has not passed after another.

    Args:
        project: the sources.
        receipts: in any order.
    """
    pages = {each.key: each for each in ledger.read_all(project) if each.examples}
    folders = {key: receipt.folder(each) for key, each in pages.items()}
    kept = []
    for each in receipts:
        true = {k: page for k, page in each.pages.items() if folders.get(k) == page.folder}
        if true:
            kept.append(Receipt(each.host, each.commit, each.changed, each.made, true))
    kept.sort(key=lambda r: (r.host.runtime == "browser", _numbers(r.host.python), r.made))
    once = project.settings.runs == 1
    standings = {
        key: tuple(_standing(kept, key, example, once) for example in page.examples)
        for key, page in pages.items()
    }
    return Gathered(tuple(kept), standings)


def write(project: Project, gathered: Gathered) -> None:
    """Write what the pages fetch, where the settings name a file for it.

    Args:
        project: the sources.
        gathered: what to write.
    """
    if not project.settings.gathered:
        return
    path = project.root / project.settings.gathered
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(compact(gathered), separators=(",", ":"))
    if not path.is_file() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8", newline="\n")


def compact(gathered: Gathered) -> dict[str, Any]:
    """Return what the pages fetch: the runs, and by page what each said of each program.

    Args:
        gathered: the receipts.
    """
    runs = [
        {
            "runtime": each.host.runtime,
            "python": each.host.short,
            "version": each.host.python,
            "sqlite": each.host.sqlite,
            "system": each.host.system,
            "machine": each.host.machine,
            "made": each.made,
            "commit": each.commit,
            "changed": each.changed,
            "count": each.count(),
        }
        for each in gathered.receipts
    ]
    pages = {
        key: [
            {
                "program": program.title,
                "sha256": program.sha256,
                "sections": program.sections,
                "packages": program.packages,
                "verdicts": [
                    [v for v in verdict if v is not None] for verdict in program.verdicts
                ],
            }
            for program in programs
        ]
        for key, programs in gathered.pages.items()
    }
    return {"runs": runs, "pages": pages}


def _read(project: Project) -> list[Receipt]:
    found = []
    for path in sorted((project.root / project.settings.receipts).glob("*.json")):
        try:
            found.append(receipt.read(path))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            name = project.name(path)
            problem = f"{name} is no receipt of this version ({error!r})"
            record = project.settings.record
            raise StaleError(f"{problem}; remove it, and write one: {record}") from None
    return found


def _standing(receipts: list[Receipt], key: str, example: Example, once: bool) -> Standing:
    digest = receipt.shown(example)
    verdicts = []
    packages: dict[str, set[str]] = {}
    for place, each in enumerate(receipts):
        page = each.pages.get(key)
        entry = page.programs.get(example.title) if page else None
        if entry is None or entry.sha256 != digest:
            continue
        whole = entry.verdict != "passed" or once or example.marks.once
        if whole:  # else its run was cut short
            verdicts.append((place, entry.verdict, entry.reason))
            for name, version in entry.packages.items():
                packages.setdefault(name, set()).add(version)
    sections = tuple(receipt.parts(example).values())
    versions = {name: sorted(found) for name, found in packages.items()}
    here = _runs_here(example)
    return Standing(example.title, digest, sections, tuple(verdicts), versions, here)


def _runs_here(example: Example) -> bool:
    """Return whether nothing says that a program is to be skipped on this host."""
    try:
        skipped = example.marks.skip()
    except MarkError:  # which is a fault of its page
        return True
    return skipped is None and (example.language != "sh" or shutil.which("sh") is not None)


def _numbers(version: str) -> tuple[int, ...]:
    """Return a version as numbers, so that 3.9 comes before 3.10."""
    return tuple(int("".join(filter(str.isdigit, part)) or 0) for part in version.split("."))
