"""Run every program of a page in a browser, twice, and say which do as the page shows."""

import json
import re
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))

from playwright.sync_api import Page as Tab
from playwright.sync_api import sync_playwright

from proof import ledger, page, receipt, runnable
from proof.model import Example, Page
from proof.project import Project
from tests import browser

ROOT = Path(__file__).parent.parent
FILE = ROOT / "web" / "proven.json"
MODULES = ("os", "platform", "shutil", "sqlite3", "sys")
NAMES = "".join(f"{name!r}: __import__({name!r}), " for name in MODULES)
NAMES = f"{{{NAMES}'importlib': __import__('importlib.util')}}"
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
WHY = (
    (
        r"does not support processes|Function not implemented|_multiprocessing",
        "needs processes",
    ),
    (r"can't start new thread", "needs threads"),
    (r"No module named '([\w.]+)'|module '([\w.]+)' is removed", "needs the module {}"),
    (r"sqlite3\.OperationalError: (?:no such function|near)", "needs a newer SQLite"),
)


@dataclass(frozen=True)
class Run:
    """One run of a program.

    Args:
        example: the program.
        again: whether it is the second.
    """

    example: Example
    again: bool


def conditions(example: Example) -> list[tuple[str, str]]:
    """Return a program's reasons to be skipped, as expressions for the browser's Python."""
    found = [(f"bool(eval({c!r}, {NAMES}))", reason) for c, reason in example.marks.conditions]
    if needs := example.marks.needs:
        missing = f"__import__('importlib.util').util.find_spec({needs!r}) is None"
        found.append((missing, f"needs the module {needs}"))
    return found


def rehearse(tab: Tab, base: str, each: Page) -> tuple[list[dict[str, str]], dict[str, str]]:
    """Run a page's programs in order, twice in one folder; return verdicts and versions.

    Args:
        tab: of a browser, at the site.
        base: where the modules of web/src are served.
        each: the page.
    """
    programs = [e for e in each.examples if e.language == "python"]
    runs = [Run(e, False) for e in programs]
    runs += [Run(e, True) for e in programs if not e.marks.once]
    asked = [{"name": r.example.name, "conditions": conditions(r.example)} for r in runs]
    said = tab.evaluate(REHEARSE, {"base": base, "key": each.key, "runs": asked})
    problems: dict[int, str] = {}
    for run, happened in zip(runs, said["happened"], strict=True):
        problem = judge(run.example, happened)
        if problem:
            problems.setdefault(id(run.example), problem)
    verdicts = [
        {
            "program": example.title,
            "sha256": receipt.shown(example),
            "verdict": problems.get(id(example), runnable.PASSED),
        }
        for example in programs
    ]
    return verdicts, said["runtime"]


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
    expected = example.output.read_text("utf-8") if example.output else ""
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
    """Try all pages, or the one named, and write what ran."""
    project = Project(ROOT)
    known = json.loads(FILE.read_text("utf-8"))
    wanted = sys.argv[1:]
    pages = [page.read(project, project.page(key)) for key in wanted]
    pages = pages or ledger.read_all(project)
    if not wanted:
        known["pages"] = {}
    with sync_playwright() as playwright, browser.serve(project.docs) as server:
        chromium = browser.launch(playwright)
        tab = chromium.new_page()
        tab.goto(f"{server.address}assets/run/pages/index.json")
        for each in pages:
            if not any(e.language == "python" for e in each.examples):
                continue
            verdicts, versions = rehearse(tab, f"{server.address}assets/run/", each)
            known["pages"][each.key] = verdicts
            known["runtime"] |= versions
            for entry in verdicts:
                if entry["verdict"] != runnable.PASSED:
                    print(f"{each.key}: {entry['program']}: {entry['verdict']}")
        chromium.close()
    if not wanted:
        known["runtime"]["made"] = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    known["pages"] = dict(sorted(known["pages"].items()))
    write(known)


if __name__ == "__main__":
    main()
