"""Run the programs of a page in each browser, twice, and say which do as the page shows."""

import json
import re
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from guide import computed, engines
from tests.support import machine, serving
from tests.support.engines.opened import browsers
from twicetold.base import wanted as wanted_pages
from twicetold.base.project import Project
from twicetold.books import ledger
from twicetold.read.model import Example, Page
from twicetold.receipts import receipt, runnable

ROOT = Path(__file__).parent.parent
FILE = ROOT / "web" / "proven.json"
MODULES = ("os", "platform", "shutil", "sqlite3", "sys")
NAMES = "".join(f"{name!r}: __import__({name!r}), " for name in MODULES)
NAMES = f"{{{NAMES}'importlib': __import__('importlib.util')}}"
MOVED = "If it moved, its old address belongs in guide/lists/redirects.toml."
REHEARSE = """
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
  for (const { name, conditions } of runs) {
    printed = "";
    const skipped = await skips(conditions);
    const outcome = { skipped };
    if (!skipped) {
      try {
        Object.assign(outcome, await folder.run(name));
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


def conditions(example: Example) -> list[tuple[str, str]]:
    """Return a program's reasons to be skipped, as expressions for the browser's Python."""
    found = [(f"bool(eval({c!r}, {NAMES}))", reason) for c, reason in example.marks.conditions]
    if needs := example.marks.needs:
        missing = f"__import__('importlib.util').util.find_spec({needs!r}) is None"
        found.append((missing, f"needs the module {needs}"))
    return found


class Tab(Protocol):
    """A tab at the site, of any browser."""

    def evaluate(self, script: str, arg: Any = None) -> Any:
        """Return what a function answers in the page."""


def rehearse(
    tabs: Mapping[str, Tab], base: str, each: Page, known: Sequence[dict[str, str]] = ()
) -> tuple[dict[str, Any], dict[str, str]]:
    """Run a page's programs as a reader meets them; return what to write, and the versions.

    What does not do as shown has no Run button, in any browser. So the rest is run again
    without it, until all that is left passes in each.

    Args:
        tabs: by the name of the browser; what the first finds is said of all.
        base: where the modules of web/src are served.
        each: the page.
        known: what was written before; what it says of other browsers is still so.
    """
    programs = [e for e in each.examples if e.language == "python"]
    verdicts = dict.fromkeys((e.title for e in programs), runnable.PASSED)
    for entry in known:
        if entry["verdict"].partition(", in ")[2] not in ("", *tabs):
            same = [e.title for e in programs if receipt.shown(e) == entry["sha256"]]
            verdicts |= dict.fromkeys(same, entry["verdict"])
    had_passed: set[tuple[str, str]] = set()
    first, *_ = tabs
    waiting = list(tabs)
    while waiting:
        name = waiting.pop(0)
        left = [e for e in programs if verdicts[e.title] == runnable.PASSED]
        problems, versions = attempt(tabs[name], base, each.key, left)
        for title, problem in problems.items():
            why = FOLLOWS if (name, title) in had_passed else problem
            verdicts[title] = why if name == first else f"{why}, in {name}"
        had_passed |= {(name, e.title) for e in left if e.title not in problems}
        if problems:
            waiting = list(tabs)
    entries = [
        {"program": e.title, "sha256": receipt.shown(e), "verdict": verdicts[e.title]}
        for e in programs
    ]
    digest = receipt.folder(each)
    return {"folder": digest, "programs": entries}, versions


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
    asked = [{"name": e.name, "conditions": conditions(e)} for e in runs]
    said = tab.evaluate(REHEARSE, {"base": base, "key": key, "runs": asked})
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


def write(proven: dict[str, Any]) -> None:
    """Write web/proven.json."""
    FILE.write_text(json.dumps(proven, indent=1, ensure_ascii=False) + "\n", "utf-8")


def main() -> None:
    """Try all pages, or those named, and write what ran; forget the pages that are gone."""
    machine.demand("chromium")
    project = Project(ROOT)
    known = json.loads(FILE.read_text("utf-8"))
    pages = {e.key: e for e in ledger.read_all(project) if has_python(e)}
    wanted = [wanted_pages.plain(project, name) for name in sys.argv[1:]]
    if unknown := [
        k for k in wanted if k not in known["pages"] and not project.page(k).is_file()
    ]:
        sys.exit(wanted_pages.unknown(project, unknown))
    for key in known["pages"].keys() - pages.keys():
        del known["pages"][key]
        print(f"{key} has no programs any more: taken off the list. {MOVED}")
    tried = [each for key, each in pages.items() if not wanted or key in wanted]
    if tried:
        with browsers() as tabs, serving.serve(project.docs) as server:
            for tab in tabs.values():
                # any text will do, but no JSON: that Firefox shows in a page of its own
                tab.goto(f"{server.address}assets/site.css")
            for each in tried:
                before = known["pages"].get(each.key, {"programs": []})["programs"]
                base = f"{server.address}assets/run/"
                said, versions = rehearse(tabs, base, each, before)
                known["pages"][each.key] = said
                known["runtime"] |= versions
                tell(each.key, said["programs"])
    if not wanted:
        known["runtime"]["made"] = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    known["pages"] = dict(sorted(known["pages"].items()))
    write(known)
    if not wanted:
        entries = [entry for each in known["pages"].values() for entry in each["programs"]]
        passed = sum(entry["verdict"] == runnable.PASSED for entry in entries)
        for tab in tabs.values():
            engines.record(project, "programs", tab.title, tab.version, passed)
        computed.write(project)


def has_python(each: Page) -> bool:
    """Return whether a page has a program that could run in a browser."""
    return any(example.language == "python" for example in each.examples)


def tell(key: str, entries: list[dict[str, str]]) -> None:
    """Say what ran of a page, and why the rest did not."""
    others = [entry for entry in entries if entry["verdict"] != runnable.PASSED]
    print(f"{key}: {len(entries) - len(others)} of {len(entries)} run in a browser")
    for entry in others:
        print(f"  {entry['program']}: {entry['verdict']}")


if __name__ == "__main__":
    main()
