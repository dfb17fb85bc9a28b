"""Say what a receipt keeps of a verdict."""

from twicetold.judge.verdict import Verdict
from twicetold.read.model import Page
from twicetold.receipts import packages, receipt
from twicetold.receipts.receipt import PageEntry


def of(page: Page, folder: str, verdict: Verdict) -> PageEntry:
    """Return what is known of a page from one run of one of its programs.

    Args:
        page: as it was run.
        folder: the digest of its files.
        verdict: of the run.
    """
    result = "failed" if verdict.wrong else "skipped" if verdict.skipped else "passed"
    used = packages.used(page, verdict.example)
    entry = receipt.entry(verdict.example, result, verdict.skipped, used)
    return PageEntry(folder, {verdict.example.title: entry})
