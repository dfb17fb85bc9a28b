"""Write down what passed where: for each program the hash of what its page shows."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from twicetold.base import host
from twicetold.base.host import Host
from twicetold.base.project import Project
from twicetold.read.model import OUTPUT, Example, Page
from twicetold.receipts import packages

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


@dataclass(frozen=True)
class Ran:
    """One run of one program.

    Args:
        page: the page's key.
        title: the program's name, and its variant.
        folder: the digest of the page's folder.
        entry: what its page shows; this run's verdict: `passed`, `skipped` or `failed`.
    """

    page: str
    title: str
    folder: str
    entry: Entry


def digest(program: str, output: str = "") -> str:
    """Return the SHA-256 of what a page shows, in hexadecimal.

    It is that of the program's text, a zero byte and the output's text in UTF-8, both with
    their last newline, as they stand in the page's `<code>` elements.

    Args:
        program: its text as published, without section markers.
        output: the output shown for it, or nothing.
    """
    return hashlib.sha256(f"{program}\0{output}".encode()).hexdigest()


def shown(example: Example) -> str:
    """Return the digest of an example as its page shows it.

    Args:
        example: as read from its page.
    """
    return digest(example.source.text, example.output.text if example.output else "")


def parts(example: Example) -> dict[str, str]:
    """Return the digests of what a page shows of an example beside it as a whole.

    These are its sections, and where it is written in several blocks, each of them.

    Args:
        example: as read from its page.
    """
    found = {name: digest(part.text) for name, part in example.source.sections.items()}
    *first, (_, last) = example.shown
    if first:
        output = example.output.text if example.output else ""
        found |= {f"block {n}": digest(text) for n, (_, text) in enumerate(first, 1)}
        found[f"block {len(first) + 1}"] = digest(last, output)
    return found


def folder(each: Page) -> str:
    """Return a digest of all that a page's verdicts depend on.

    These are its programs in order, how each is run and what it must do, and what is beside
    them in their folder: inputs, and modules that a program imports.

    Args:
        each: the page.
    """
    programs = [
        {
            "title": example.title,
            "shown": shown(example),
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


def ran(each: Page, example: Example, before: str, reason: str | None) -> Ran:
    """Return the record of a run, as if it had passed.

    Args:
        each: the page.
        example: what was run.
        before: the digest of the page's folder, as it was when its runs began.
        reason: why it was skipped, or None.
    """
    used = packages.used(each, example)
    entry = Entry(shown(example), parts(example), "passed", reason, used)
    return Ran(each.key, example.title, before, entry)


def make(project: Project, runs: Iterable[Ran]) -> Receipt:
    """Return the receipt of runs that have just ended on this host.

    Args:
        project: the sources.
        runs: all of them, those of one program in the order in which they were made.
    """
    by_page: dict[str, dict[str, list[Ran]]] = {}
    for each in runs:
        by_page.setdefault(each.page, {}).setdefault(each.title, []).append(each)
    pages = {}
    for key, programs in sorted(by_page.items()):
        entries = {title: _joined([r.entry for r in rs]) for title, rs in programs.items()}
        pages[key] = PageEntry(next(iter(programs.values()))[0].folder, entries)
    commit, changed = host.commit(project.docs)
    made = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Receipt(host.this(), commit, changed, made, pages)


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
    path.write_text(json.dumps(asdict(receipt), indent=1) + "\n", "utf-8", newline="\n")
    return path


def read(path: Path) -> Receipt:
    """Read a receipt that keeps to the schema.

    Args:
        path: the file.

    Raises:
        ValueError: if it is not JSON.
        KeyError, TypeError, AttributeError: if it does not keep to the schema.
    """
    raw = json.loads(path.read_text("utf-8"))
    pages = {
        key: PageEntry(
            each["folder"], {title: Entry(**entry) for title, entry in each["programs"].items()}
        )
        for key, each in raw.pop("pages").items()
    }
    return Receipt(host=Host(**raw.pop("host")), pages=pages, **raw)


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
