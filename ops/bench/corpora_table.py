"""Make tables of what the engine found on the sites of corpora.toml."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BEGIN, END = "<!-- corpora: begin -->", "<!-- corpora: end -->"
FAILED = ("raised", "output differs", "second run differs", "timed out")
# The first that fits counts, so the narrow ones come first.
REASONS = {
    "the page says not to run it": r"its page says (exec|test)=",
    "another version of Python": r"is for Python|needs (another )?Python",
    "a module or package that is not there": r"installed|package|uses the module",
    "a file that the page does not show": r"a file is not there|git repository",
    "code that is embedded when the site is built": r"embedded",
    "the network": r"network",
    "a place outside the page's folder": r"outside its folder|ends processes",
    "settings or environment variables": r"settings|environment variable",
    "input, arguments, or somebody to stop it": r"input|arguments|stops it",
    "a block that did not run or pass": r"of the block on line",
    "names that nothing above defines": r"nothing above it defines",
    "code that is left out": r"leaves out|is empty",
    "what is not Python": r"not Python",
}


@dataclass(frozen=True)
class Row:
    """What was found on a site.

    Args:
        name: of the site.
        repository: its owner and name on GitHub.
        commit: as 40 hexadecimal digits.
        counted: how many fences were counted by lines, without the engine.
        apart: by page and line, why that and the engine's count differ.
        found: what the engine wrote down.
        green: whether a run is, after `twicetold init`.
    """

    name: str
    repository: str
    commit: str
    counted: int
    apart: dict[str, str]
    found: dict[str, Any]
    green: bool

    @property
    def blocks(self) -> list[dict[str, Any]]:
        """What became of each block, in the order of the pages."""
        return list(self.found["blocks"])

    @property
    def failed(self) -> list[dict[str, Any]]:
        """The blocks that failed."""
        return [each for each in self.blocks if each["ended"] in FAILED]

    @property
    def reasons(self) -> Counter[str]:
        """How many blocks were not run, by the kind of the reason.

        Raises:
            ValueError: if a reason is of no known kind.
        """
        unrun = [each["reason"] for each in self.blocks if each["ended"] == "not run"]
        return Counter(map(_kind, unrun))

    @property
    def cells(self) -> dict[str, int]:
        """The numbers of the site, by what they count."""
        sums = self.found["sums"]
        counts = {
            "pages": len({each["page"] for each in self.blocks}),
            "blocks": sums["found"],
            "counted": self.counted,
            "run": sums["run"],
            "passed": sums["passed"],
            "of them not compared": sums["not compared"],
            "of them with an error that is only spoken of": sums["only spoken of"],
        }
        counts |= {kind: sums[kind] for kind in FAILED}
        inside = [each for each in self.failed if "player.py" in each["detail"]]
        counts |= {"not run": sum(self.reasons.values()), "internal errors": len(inside)}
        return counts | {"processes": sums["processes"], "red after init": int(not self.green)}


def _kind(reason: str) -> str:
    for name, pattern in REASONS.items():
        if re.search(pattern, reason):
            return name
    raise ValueError(f"no kind of reason for: {reason}")


def line(row: Row) -> str:
    """Return what is printed of a site while others run.

    Args:
        row: of the site.
    """
    return f"{row.name}: " + ", ".join(f"{count} {name}" for name, count in row.cells.items())


def tables(rows: list[Row]) -> str:
    """Return the tables, as Markdown.

    Args:
        rows: of the sites.
    """
    heads = list(rows[0].cells)
    total: Counter[str] = Counter()
    lines = [
        f"| site | commit | {' | '.join(heads)} |",
        "|---|---|" + "--:|" * len(heads),
    ]
    for row in rows:
        total.update(row.cells)
        url = f"https://github.com/{row.repository}"
        site = f"[{row.name}]({url}) | [`{row.commit[:9]}`]({url}/tree/{row.commit})"
        lines.append(f"| {site} | {' | '.join(map(str, row.cells.values()))} |")
    lines.append(f"| all | | {' | '.join(str(total[head]) for head in heads)} |")
    reasons = [name for name in REASONS if any(row.reasons[name] for row in rows)]
    lines += ["", f"| why not run | {' | '.join(row.name for row in rows)} | all |"]
    lines.append("|---|" + "--:|" * (len(rows) + 1))
    for name in reasons:
        counts = [row.reasons[name] for row in rows]
        lines.append(f"| {name} | {' | '.join(map(str, [*counts, sum(counts)]))} |")
    apart = [f"- `{row.name}/{at}`: {why}" for row in rows for at, why in row.apart.items()]
    if apart:
        lines += ["", "The two counts differ here:", "", *apart]
    return "\n".join(lines)


def write(rows: list[Row], file: Path) -> None:
    """Write the tables between the two marks of a file.

    Args:
        rows: of the sites.
        file: with the marks.
    """
    before, _, rest = file.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    file.write_text(f"{before}{BEGIN}\n{tables(rows)}\n{END}{after}", "utf-8")
