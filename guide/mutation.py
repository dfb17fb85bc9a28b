"""Write the table of how many mutants the pages notice."""

import platform
from collections import Counter
from datetime import date

from twicetold.base.project import Project
from twicetold.mutate.accepted import Judged
from twicetold.mutate.mutants import KINDS


def write(project: Project, judged: Judged, left_out: dict[str, str]) -> None:
    """Write the table that a page embeds.

    Args:
        project: the sources.
        judged: of a run of all pages, after which nothing was left unnoticed.
        left_out: the pages whose mutants are not tried, and why.
    """
    file = project.root / "theme" / "includes" / "mutation.md"
    file.write_text(_table(judged, left_out), "utf-8", newline="\n")
    print(f"written: {project.name(file)}")


def _table(judged: Judged, left_out: dict[str, str]) -> str:
    killed = Counter(trial.mutant.kind for trial in judged.killed)
    accepted = Counter(trial.mutant.kind for trial, _ in judged.accepted)
    version = ".".join(platform.python_version_tuple()[:2])
    day = f"{date.today():%d %B %Y}".lstrip("0")
    lines = [
        f"**{judged.figure[0].upper()}{judged.figure[1:]}**, on Python {version}, {day}:",
        "",
        '??? note "By what was changed"',
        "",
        "    | what was changed | tried | noticed | right to survive |",
        "    |---|---:|---:|---:|",
    ]
    for kind in KINDS:
        if killed[kind] or accepted[kind]:
            lines.append(_row(kind, killed[kind], accepted[kind]))
    lines.append(_row("**all**", len(judged.killed), len(judged.accepted)))
    if judged.accepted:
        reasons = Counter(reason for _, reason in judged.accepted)
        title = f"{len(judged.accepted)} that are right to survive, by reason"
        lines += ["", f'??? note "{title}"', "", "    | mutants | reason |", "    |---:|---|"]
        lines += [f"    | {count} | {reason} |" for reason, count in reasons.most_common()]
    if left_out:
        title = f"{len(left_out)} pages whose mutants are not tried"
        lines += ["", f'??? note "{title}"', "", "    | page | why |", "    |---|---|"]
        lines += [f"    | `{key}` | {reason} |" for key, reason in left_out.items()]
    return "\n".join(lines) + "\n"


def _row(name: str, killed: int, accepted: int) -> str:
    return f"    | {name} | {killed + accepted} | {killed} | {accepted} |"
