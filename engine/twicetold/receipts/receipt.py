"""Write down what passed where: for each program the hash of what its page shows."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from twicetold.base import host
from twicetold.base.digest import digest
from twicetold.base.host import Host
from twicetold.base.project import Project
from twicetold.read.model import OUTPUT, Example, Page

SCHEMA = Path(__file__).with_name("receipt.schema.json")
PASSED = ("passed twice", "passed")


@dataclass(frozen=True)
class Entry:
    """What is known of one program after a run.

    Args:
        sha256: of what its page shows, as `digest` makes it.
        sections: the digests of its named parts, which the page shows again.
        verdict: `passed twice`, `passed` (run once only), `skipped` or `failed`.
        reason: why it was skipped, or was not run a second time; else None.
        packages: the versions of the packages it imports that are not Python's own.
    """

    sha256: str
    sections: dict[str, str]
    verdict: str
    reason: str | None = None
    packages: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PageEntry:
    """What is known of one page after a run.

    Args:
        folder: the digest of all that decides how its programs run.
        programs: by title, in the order of the page.
    """

    folder: str
    programs: dict[str, Entry]


@dataclass(frozen=True)
class Receipt:
    """What one run on one host proved.

    Args:
        host: where.
        commit: of the sources, or None where there is no repository.
        changed: whether files differed from that commit.
        made: when the last run in it ended, in UTC, as in `2026-11-22T09:30:00Z`.
        pages: by key.
    """

    host: Host
    commit: str | None
    changed: bool
    made: str
    pages: dict[str, PageEntry]

    def count(self) -> dict[str, int]:
        """Return how many programs have each verdict."""
        verdicts = [e.verdict for each in self.pages.values() for e in each.programs.values()]
        return {v: verdicts.count(v) for v in (*PASSED, "skipped", "failed")}


def digest_of(example: Example) -> str:
    """Return the digest of an example as its page shows it.

    Args:
        example: as read from its page.
    """
    return digest(example.source.text, example.expected)


def parts(example: Example) -> dict[str, str]:
    """Return the digests of what a page shows of an example beside it as a whole.

    These are its sections, and where it is written in several blocks, each of them.

    Args:
        example: as read from its page.
    """
    found = {name: digest(part.text) for name, part in example.source.sections.items()}
    *first, (_, last) = example.shown
    if first:
        output = example.expected
        found |= {f"block {n}": digest(text) for n, (_, text) in enumerate(first, 1)}
        found[f"block {len(first) + 1}"] = digest(last, output)
    return found


def fingerprint(each: Page) -> str:
    """Return a digest of all that a page's verdicts depend on.

    These are its programs in order, how each is run and what it must do, and what is beside
    them in their folder: inputs, and modules that a program imports.

    Args:
        each: the page.
    """
    programs = [
        {
            "title": example.title,
            "shown": digest_of(example),
            "language": example.language,
            "shows output": example.output is not None,
            "must fail": example.must_fail,
            "marks": asdict(example.marks),
        }
        for example in each.examples
    ]
    files = {
        file.where: hashlib.sha256(file.data).hexdigest()
        for file in each.files
        if file.kind != OUTPUT and file.where != each.where  # whose programs are above
    }
    whole = json.dumps([programs, files], sort_keys=True, default=str)
    return hashlib.sha256(whole.encode()).hexdigest()


def entry(
    example: Example, verdict: str, reason: str | None, used: dict[str, str] | None = None
) -> Entry:
    """Return what is known of a program after a run.

    Args:
        example: the program.
        verdict: as in `Entry`.
        reason: why it was skipped, or was not run a second time; else None.
        used: the versions of the packages it imports.
    """
    return Entry(digest_of(example), parts(example), verdict, reason, used or {})


def make(project: Project, runs: Iterable[tuple[str, PageEntry]]) -> Receipt:
    """Return the receipt of runs that have just ended on this host.

    Args:
        project: the sources.
        runs: the page's key and what one run told, whose verdict is `passed`, `skipped` or
            `failed`; those of one program in the order in which they were made.
    """
    folders: dict[str, str] = {}
    by_page: dict[str, dict[str, list[Entry]]] = {}
    for key, each in runs:
        folders.setdefault(key, each.folder)
        for title, entry in each.programs.items():
            by_page.setdefault(key, {}).setdefault(title, []).append(entry)
    pages = {
        key: PageEntry(folders[key], {title: _joined(e) for title, e in programs.items()})
        for key, programs in sorted(by_page.items())
    }
    commit, changed = host.commit(project.docs)
    return Receipt(host.this(), commit, changed, now(), pages)


def now() -> str:
    """Return this moment as receipts name it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def file(receipt: Receipt, target: Path) -> Path:
    """Return where a receipt belongs.

    Args:
        receipt: what to write.
        target: the file, or a folder in which it gets the name of its host.
    """
    return target if target.suffix == ".json" else target / receipt.host.file


def write(receipt: Receipt, target: Path) -> Path:
    """Write a receipt; return the file.

    Args:
        receipt: what to write.
        target: the file, or a folder in which it gets the name of its host.
    """
    path = file(receipt, target)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(asdict(receipt), indent=1, ensure_ascii=False)
    path.write_text(f"{text}\n", "utf-8", newline="\n")
    return path


def read(path: Path) -> Receipt:
    """Read a receipt.

    Args:
        path: the file.

    Raises:
        ValueError: if it is not JSON, or does not keep to the schema; the text says which.
    """
    try:
        raw = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise ValueError(f"is no receipt, as it is not JSON ({error})") from None
    try:
        pages = {key: page(each) for key, each in raw.pop("pages").items()}
        return Receipt(host=Host(**raw.pop("host")), pages=pages, **raw)
    except (KeyError, TypeError, AttributeError):
        raise ValueError("is no receipt, or another version of twicetold wrote it") from None


def has(target: Path, each: Page) -> bool:
    """Return whether a receipt of this host says that a page passed as it is.

    Args:
        target: the file, or the folder in which it has the name of its host.
        each: the page.
    """
    path = target if target.suffix == ".json" else target / host.this().file
    try:
        known = read(path).pages[each.key]
    except (OSError, ValueError, KeyError):
        return False
    fine = {t for t, e in known.programs.items() if e.verdict in (*PASSED, "skipped")}
    return known.folder == fingerprint(each) and fine == {e.title for e in each.examples}


def page(raw: dict[str, Any]) -> PageEntry:
    """Return what is known of a page, as it was written down."""
    return PageEntry(raw["folder"], {t: Entry(**e) for t, e in raw["programs"].items()})


def _joined(runs: list[Entry]) -> Entry:
    """Return what is known of a program after its runs."""
    verdicts = {run.verdict for run in runs}
    last = runs[-1]
    if "failed" in verdicts:
        verdict, reason = "failed", None
    elif verdicts == {"skipped"}:
        verdict, reason = "skipped", last.reason
    elif verdicts == {"passed"} and len(runs) == 2:
        verdict, reason = "passed twice", None
    else:
        verdict, reason = "passed", last.reason
    return Entry(last.sha256, last.sections, verdict, reason, last.packages)
