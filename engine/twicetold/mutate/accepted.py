"""Hold the mutants that survived against the list of those that are right to; sum up."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from twicetold.base.fault import Fault
from twicetold.base.project import Project
from twicetold.mutate.runs import Trial


@dataclass(frozen=True)
class Judged:
    """What trying mutants came to.

    Args:
        killed: the mutants that a page noticed.
        accepted: those that survived for a reason, each with it.
        unnoticed: those that survived for none.
        stale: faults of the list.
    """

    killed: tuple[Trial, ...]
    accepted: tuple[tuple[Trial, str], ...]
    unnoticed: tuple[Trial, ...]
    stale: tuple[Fault, ...]

    @property
    def figure(self) -> str:
        tried = len(self.killed) + len(self.accepted) + len(self.unnoticed)
        return f"killed {len(self.killed)} of {tried}"


def listed(root: Path) -> str:
    """Return the name of the list.

    Args:
        root: the project's folder.
    """
    return Project(root).settings.mutants


def read(root: Path) -> tuple[dict[str, str], set[str]]:
    """Return the reason for each mutant in the list, and those that survive only sometimes.

    Args:
        root: the project's folder.
    """
    file = root / listed(root)
    groups = tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
    reasons: dict[str, str] = {}
    sometimes: set[str] = set()
    for group in groups.get("survivors", []):
        reasons |= dict.fromkeys(group["mutants"], group["reason"])
        sometimes |= set(group["mutants"]) if group.get("sometimes") else set()
    return reasons, sometimes


def judge(
    root: Path, trials: Iterable[Trial], known: Iterable[str], keys: Iterable[str]
) -> Judged:
    """Return which survivors have a reason, and which reasons have no survivor.

    Args:
        root: the project's folder.
        trials: of the pages that were run.
        known: the entries that the list may have, among them those not tried here.
        keys: the pages that were run; entries of others are not judged.
    """
    reasons, sometimes = read(root)
    trials, keys = list(trials), list(keys)
    alive = [trial for trial in trials if not trial.killed]
    survived = {trial.entry for trial in alive}
    dead = {trial.entry for trial in trials} - survived - sometimes
    shared = {trial.program for trial in trials if trial.page not in keys}
    ours = [
        name
        for name in reasons
        if any(name.startswith(f"{key}/") for key in keys) or name.partition(": ")[0] in shared
    ]
    buried = [name for name in ours if name in dead]
    return Judged(
        tuple(trial for trial in trials if trial.killed),
        tuple((trial, reasons[trial.entry]) for trial in alive if trial.entry in reasons),
        tuple(trial for trial in alive if trial.entry not in reasons),
        (*_faults(root, buried, "no longer survives"), *gone(root, ours, known)),
    )


def gone(root: Path, names: Iterable[str], known: Iterable[str]) -> list[Fault]:
    """Return which entries of the list name no mutant, which needs no program to run.

    Args:
        root: the project's folder.
        names: the entries.
        known: those that there can be.
    """
    known = set(known)
    return _faults(root, [name for name in names if name not in known], "no longer there")


def _faults(root: Path, names: Iterable[str], problem: str) -> list[Fault]:
    faults = []
    for name in names:
        lines = (root / listed(root)).read_text("utf-8").splitlines()
        number = next((n for n, line in enumerate(lines, 1) if name in line), 1)
        faults.append(Fault(listed(root), number, f"{problem}; remove it: {name}"))
    return faults
