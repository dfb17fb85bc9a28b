"""Gather the receipts that are true of the sources as they are, for the pages to show."""

import contextlib
import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from twicetold.base.project import Project
from twicetold.books import ledger
from twicetold.read import page
from twicetold.read.mark import MarkError
from twicetold.read.model import Example
from twicetold.receipts import receipt
from twicetold.receipts.receipt import PASSED, Entry, PageEntry, Receipt

HALF = 32  # of the 64 digits of a digest


class StaleError(Exception):
    """A file among the receipts is none; the message says which and what to do."""


@dataclass(frozen=True)
class Known:
    """What the receipts say of one program as it is.

    Args:
        example: the program.
        sha256: of what its page shows.
        verdicts: for each receipt that knows it, its place in `Gathered.receipts`, the verdict
            and the reason.
        packages: the versions with which it was run of those it imports.
    """

    example: Example
    sha256: str
    verdicts: tuple[tuple[int, str, str | None], ...]
    packages: dict[str, list[str]]

    @property
    def sections(self) -> tuple[str, ...]:
        """The hashes of its parts that the page shows again."""
        return tuple(receipt.parts(self.example).values())

    @property
    def passed(self) -> bool:
        """Whether it passed somewhere and failed nowhere."""
        verdicts = {verdict for _, verdict, _ in self.verdicts}
        return not verdicts.isdisjoint(PASSED) and "failed" not in verdicts

    @property
    def skipped(self) -> str | None:
        """Why it was skipped wherever it was tried; None where it was run, or can be here."""
        is_skipped = {verdict for _, verdict, _ in self.verdicts} == {"skipped"}
        return self.verdicts[0][2] if is_skipped and not _runs_here(self.example) else None


@dataclass(frozen=True)
class Gathered:
    """What the receipts say of the sources as they are.

    Args:
        receipts: those that are true of at least one page, oldest Python first; each with those
            pages only.
        pages: the programs of each page, by its key, in the order of the page.
    """

    receipts: tuple[Receipt, ...]
    pages: dict[str, tuple[Known, ...]]


def gather(project: Project, brought: bool = True) -> Gathered:
    """Read the receipts and keep what is true of the sources.

    Args:
        project: the sources.
        brought: whether those count that the settings name besides, as of a browser.

    Raises:
        StaleError: if a file among them is no receipt.
    """
    settings, found = project.settings, []
    own = sorted((project.root / settings.receipts).glob("*.json"))
    others = [project.root / name for name in settings.brought if brought]
    for path in (*own, *filter(Path.is_file, others)):
        try:
            found.append(receipt.read(path))
        except ValueError as error:
            again = f"remove it, and write one: {settings.record}"
            advice = again if path in own else "take it from git, or make it again"
            raise StaleError(f"{project.name(path)} {error}; {advice}") from None
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
    fingerprints = {key: receipt.fingerprint(each) for key, each in pages.items()}
    kept = [true for each in receipts if (true := _true(each, fingerprints)).pages]
    kept.sort(key=lambda r: (r.host.runtime == "browser", _numbers(r.host.python), r.made))
    once = project.settings.runs == 1
    programs = {
        key: tuple(_known(kept, key, example, once) for example in page.examples)
        for key, page in pages.items()
    }
    return Gathered(tuple(kept), programs)


def renew(project: Project, new: Receipt, target: Path) -> Path:
    """Write a receipt, with what the one that is there knows besides; return the file.

    A run of one page forgets nothing of the others. Kept is only what is true of the sources
    as they are now, whose commit the receipt names.

    Args:
        project: the sources.
        new: of the runs that have just ended.
        target: the file, or a folder in which it gets the name of its host.
    """
    with contextlib.suppress(OSError, ValueError):
        old = receipt.read(receipt.file(new, target))
        if old.host == new.host:
            others = {k: project.page(k) for k in old.pages.keys() - new.pages.keys()}
            now = {key: each.folder for key, each in new.pages.items()} | {
                key: receipt.fingerprint(page.read(project, path))
                for key, path in others.items()
                if path.is_file()
            }
            pages = _true(old, now).pages
            for key, each in new.pages.items():
                known = pages[key].programs if key in pages else {}
                found = {n: _fuller(known.get(n), e) for n, e in each.programs.items()}
                pages[key] = PageEntry(each.folder, known | found)
            new = replace(new, pages=dict(sorted(pages.items())))
    return receipt.write(new, target)


def _fuller(old: Entry | None, new: Entry) -> Entry:
    """Return what is known of a program after one more run of it on the same page."""
    if old and old.verdict == "passed twice" and new == replace(old, verdict="passed"):
        return old
    return new


def _true(each: Receipt, fingerprints: dict[str, str]) -> Receipt:
    """Return a receipt with those of its pages whose digests are still these."""
    pages = {k: entry for k, entry in each.pages.items() if fingerprints.get(k) == entry.folder}
    return replace(each, pages=pages)


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

    Of a digest it is the first half: digests are most of what every reader fetches, and do not
    compress. 128 bits tell any two texts apart; `hold` compares them whole.

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
                "program": program.example.title,
                "digest": program.sha256[:HALF],
                "sections": [each[:HALF] for each in program.sections],
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


def _known(receipts: list[Receipt], key: str, example: Example, once: bool) -> Known:
    sha256 = receipt.digest_of(example)
    verdicts = []
    packages: dict[str, set[str]] = {}
    for place, each in enumerate(receipts):
        page = each.pages.get(key)
        entry = page.programs.get(example.title) if page else None
        if entry is None or entry.sha256 != sha256:
            continue
        whole = entry.verdict != "passed" or once or example.marks.once
        if whole:  # else its run was cut short
            verdicts.append((place, entry.verdict, entry.reason))
            for name, version in entry.packages.items():
                packages.setdefault(name, set()).add(version)
    versions = {name: sorted(found) for name, found in packages.items()}
    return Known(example, sha256, tuple(verdicts), versions)


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
