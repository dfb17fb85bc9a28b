"""Time the engine on 500 small programs, beside a shell loop and beside its peers."""

import importlib.metadata
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import corpus

ROOT = Path(__file__).resolve().parent.parent
RESULT = Path(__file__).with_name("engine.txt")
COUNT = 500
ROUNDS = 5
GROWTH = (50, 500, 2000)

PYTEST_EXAMPLES = """
import pytest
from pytest_examples import find_examples

@pytest.mark.parametrize("example", find_examples("inline"), ids=str)
def test_example(example, eval_example):
    eval_example.run(example)
"""
SYBIL = """
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

pytest_collect_file = Sybil(parsers=[PythonCodeBlockParser()], pattern="*.md").pytest()
"""


def run(command: list[str], root: Path) -> None:
    """Run a command in a folder; raise if it fails."""
    variables = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=root, env=variables, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{command}\n{done.stdout.decode()[-2000:]}\n{done.stderr.decode()[-2000:]}")


def loop(root: Path) -> None:
    run(["sh", "-c", f'cd loop && for file in *.py; do "{sys.executable}" "$file"; done'], root)


def engine(*options: str) -> Callable[[Path], None]:
    """Return a function that runs each program once through pytest."""

    def once(root: Path) -> None:
        plugin = ["-p", "proof.pytest_plugin", "-p", "no:cacheprovider"]
        command = [sys.executable, "-m", "pytest", "-q", *plugin, "--rootdir", str(root)]
        run([*command, "-k", "not again", *options, "docs"], root)

    return once


def peer(file: str, text: str, *paths: str) -> Callable[[Path], None]:
    """Return a function that runs pytest with one more file in the folder."""

    def once(root: Path) -> None:
        (root / file).write_text(text, "utf-8")
        try:
            run([sys.executable, "-m", "pytest", "-q", "--rootdir", str(root), *paths], root)
        finally:
            (root / file).unlink()

    return once


def doccmd(root: Path) -> None:
    command = Path(sys.executable).with_name("doccmd")
    run([str(command), "--language=python", f"--command={sys.executable}", "inline"], root)


def seconds(work: Callable[[Path], None], root: Path) -> float:
    begin = time.perf_counter()
    work(root)
    return time.perf_counter() - begin


def installed(name: str) -> bool:
    try:
        importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def main() -> None:
    lines = [f"{platform.python_implementation()} {platform.python_version()}, "]
    lines[0] += f"{platform.system()}, {os.cpu_count()} cores; {COUNT} programs, once each;"
    lines[0] += f"\nseconds, median of {ROUNDS} rounds taken in turn\n"
    ways = {"loop of python FILE": loop, "one worker": engine(), "two workers": engine("-n2")}
    peers = {
        "pytest-examples": peer("test_peer.py", PYTEST_EXAMPLES, "test_peer.py"),
        "sybil": peer("conftest.py", SYBIL, "inline"),
        "doccmd": doccmd,
    }
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / str(COUNT)
        corpus.write(root, COUNT)
        times: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(ROUNDS):
            for name, work in ways.items():
                times[name].append(seconds(work, root))
        base = statistics.median(times["loop of python FILE"])
        for name, samples in times.items():
            median = statistics.median(samples)
            lines.append(f"{name:22}{median:7.2f} s   x {median / base:.2f}")
        for name, work in peers.items():
            if not installed(name):
                lines.append(f"{name:22}not installed")
                continue
            taken = seconds(work, root)
            version = importlib.metadata.version(name)
            lines.append(
                f"{name:22}{taken:7.2f} s   x {taken / base:.2f}   {version}, one round"
            )
        lines.append("")
        for count in GROWTH:
            root = Path(folder) / f"growth-{count}"
            corpus.write(root, count)
            taken = statistics.median(seconds(engine(), root) for _ in range(3))
            lines.append(f"{count:5} programs, one worker{taken:7.2f} s")
        lines.append("")
        for name in ("two workers", "one worker"):
            lines.append(f"ratio, {name}: {statistics.median(times[name]) / base:.2f}")
    text = "\n".join(lines) + "\n"
    RESULT.write_text(text, "utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
