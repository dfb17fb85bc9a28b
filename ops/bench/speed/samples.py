"""Take samples, each in a process of its own, and keep what was taken if it is stopped."""

import ast
import datetime
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ops.bench.figures import Figure
from ops.bench.speed import machine, plan
from ops.bench.speed.plan import Sample

MEASURED = plan.ROOT / "ops" / "measured"
HERE = plan.ROOT / ".cache" / "speed"
TAKEN = HERE / "taken.jsonl"
COUNT = 15
# Of each question: the measure, and the two variants and the size that are set side by side.
_PEERS = {
    "commits": ("commit", "wal full", "delete full", "20"),
    "batches": ("insert", "wal full", "delete full", "1000"),
    "formats": ("read", "orjson", "json", "10000"),
    "one_record": ("find", "sqlite3", "json", "10000"),
    "first_read": ("import", "sqlite3", "json", "100"),
    "readers": ("slowest", "wal", "delete", "20"),
    "blobs": ("write", "blob, delete", "file", "100000"),
    "compressors": ("compress", "bz2 9", "zlib 6", "20000"),
}


def run(verb: str, sample: Sample, folder: Path) -> str:
    """Run a function of a question in a new process; return what it printed.

    Args:
        verb: `make` or `sample`.
        sample: which.
        folder: to run it in.

    Raises:
        SystemExit: if it fails, also because what it read is wrong.
    """
    words = [str(plan.PROGRAMS), verb, sample.question, sample.variant, str(sample.size)]
    command = [sys.executable, str(plan.WORKER), *words]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode != 0:
        raise SystemExit(f"{sample} failed:\n{done.stderr}")
    return done.stdout


def take(sample: Sample, root: Path) -> dict[str, Any]:
    """Take a sample in a new folder, or in the one with the files that it only reads.

    Args:
        sample: which.
        root: a folder on its file system.
    """
    if hasattr(plan.program(sample.question), "make"):
        folder = root / f"{sample.question}-{sample.variant}-{sample.size}"
        if not (folder / "made").exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            run("make", sample, folder)
            (folder / "made").touch()
        return dict(ast.literal_eval(run("sample", sample, folder)))
    with tempfile.TemporaryDirectory(dir=root) as name:
        return dict(ast.literal_eval(run("sample", sample, Path(name))))


def figures(count: int = COUNT) -> Iterator[Figure]:
    """Take the samples that are missing, write them down, give one figure of each question.

    Args:
        count: samples of each variant.
    """
    from tqdm import tqdm  # only here: not every machine can have the group `beyond`

    HERE.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(dir="/dev/shm") as memory,
        tempfile.TemporaryDirectory(dir=HERE) as disk,
    ):
        roots = {machine.file_system(Path(each)): Path(each) for each in (disk, memory)}
        if len(roots) < 2:
            raise SystemExit(f"{HERE} is on the same kind of file system as /dev/shm")
        folders = roots | {plan.MEMORY: Path(disk)}
        taken = known({"machine": machine.facts(), "programs": plan.digest()})
        wanted = list(plan.round_of([*roots])) * count
        with TAKEN.open("a", encoding="utf-8") as file:
            # What is in the file was taken in this order.
            for sample in tqdm(wanted[len(taken) :], initial=len(taken), total=len(wanted)):
                each = [*vars(sample).values(), take(sample, folders[sample.place])]
                file.write(json.dumps(each) + "\n")
                file.flush()
                taken.append(each)
    kept = gathered(taken[: len(wanted)])
    _write(kept)
    for question, (measure, ours, peer, size) in _PEERS.items():
        place = next(iter(kept[question]["seconds"][measure]))
        by = kept[question]["seconds"][measure][place]
        ms = {name: 1000 * statistics.median(by[name][size]) for name in (ours, peer)}
        yield Figure(f"{question}: {measure}, {ours}", ms[ours], "ms", peer, ms[peer])


def known(head: dict[str, Any]) -> list[list[Any]]:
    """Return the samples of an earlier run that was stopped; none if anything differs.

    Args:
        head: what they are of.
    """
    lines = TAKEN.read_text("utf-8").splitlines(keepends=True) if TAKEN.is_file() else []
    whole = [line for line in lines if line.endswith("\n")]
    if not whole or json.loads(whole[0]) != head:
        whole = [json.dumps(head) + "\n"]
    TAKEN.write_text("".join(whole), "utf-8")
    return [json.loads(line) for line in whole[1:]]


def gathered(taken: list[list[Any]]) -> dict[str, Any]:
    """Return the samples by question, measure, place, variant and size.

    Args:
        taken: each as a line of the file that they were written to.
    """
    kept: dict[str, Any] = {}
    for place, question, variant, size, said in taken:
        of = kept.setdefault(question, {"amounts": plan.amounts(question), "seconds": {}})
        for measure, value in said["seconds"].items():
            by_place = of["seconds"].setdefault(measure, {})
            by_size = by_place.setdefault(place, {}).setdefault(variant, {})
            by_size.setdefault(str(size), []).append(float(f"{value:.4g}"))
        if said["part"]:
            of.setdefault("part", {})[variant] = round(said["part"], 4)
    return kept


def _write(kept: dict[str, Any]) -> None:
    """Write the samples down, and forget those of a run that was stopped."""
    MEASURED.mkdir(exist_ok=True)
    about = {
        "date": str(datetime.date.today()),
        "machine": machine.facts(),
        "programs": plan.digest(),
        "questions": kept,
    }
    # A line for the samples of each size.
    text = re.sub(
        r"\[[^\[{]*?\]", lambda found: " ".join(found[0].split()), json.dumps(about, indent=1)
    )
    (MEASURED / f"{machine.name()}.json").write_text(text + "\n", "utf-8")
    TAKEN.unlink()
