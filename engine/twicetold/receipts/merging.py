"""Write a receipt over an older one: a run of one page forgets nothing of the others."""

import contextlib
from dataclasses import replace
from pathlib import Path

from twicetold.base.project import Project
from twicetold.read import page
from twicetold.receipts import receipt
from twicetold.receipts.receipt import PageEntry, Receipt


def write(project: Project, new: Receipt, target: Path) -> Path:
    """Write a receipt, with what the one that is there knows besides; return the file.

    Kept is only what is true of the sources as they are now, whose commit the receipt names.

    Args:
        project: the sources.
        new: of the runs that have just ended.
        target: the file, or a folder in which it gets the name of its host.
    """
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        new = _joined(project, new, receipt.read(receipt.file(new, target)))
    return receipt.write(new, target)


def _joined(project: Project, new: Receipt, old: Receipt) -> Receipt:
    """Return a receipt with what an older one of the same host knows besides."""
    if new.host != old.host:
        return new
    pages = dict(new.pages)
    for key, known in old.pages.items():
        path = project.page(key)
        if key in pages and pages[key].folder == known.folder:
            pages[key] = PageEntry(known.folder, known.programs | pages[key].programs)
        elif (
            key not in pages
            and path.is_file()
            and receipt.folder(page.read(project, path)) == known.folder
        ):
            pages[key] = known
    return replace(new, pages=dict(sorted(pages.items())))
