"""Run the engine on the pages of eight public sites, as they are, and write what it finds.

The sites are in corpora.toml beside this file. Nothing is fetched here: where a checkout is
missing or holds other pages, the commands that fetch it are printed.
"""

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ops.bench import corpora_table
from ops.bench.corpora_pages import counted, digest, texts, unexplained
from ops.bench.corpora_table import Row
from twicetold.versions import interpreters

ROOT = Path(__file__).resolve().parents[2]
LIST = Path(__file__).with_suffix(".toml")
RESULTS = ROOT / "engine" / "RESULTS.md"
SEED = 8
FETCH = """git init {name} && cd {name}
git fetch --depth 1 https://github.com/{repository} {commit}
git checkout FETCH_HEAD && cd .."""
_MARK = re.compile(r"`{3,}|~{3,}")


@dataclass(frozen=True)
class Site:
    """A public site, pinned.

    Args:
        name: of the folder that holds its checkout.
        repository: its owner and name on GitHub.
        commit: the checkout, as 40 hexadecimal digits.
        pages: the folder of its pages, or one page.
        digest: SHA-256 of the pages, as `digest` computes it.
        packages: what its pages import, as pip takes it.
        apart: by page and line, why the count by lines and the engine's differ there.
    """

    name: str
    repository: str
    commit: str
    pages: str
    digest: str
    packages: list[str] = field(default_factory=list)
    apart: dict[str, str] = field(default_factory=dict)


def sites(file: Path = LIST) -> list[Site]:
    """Return the sites of a list.

    Args:
        file: with the list.
    """
    return [Site(**each) for each in tomllib.loads(file.read_text("utf-8"))["sites"]]


def run(site: Site, root: Path, python: Path) -> dict[str, Any]:
    """Return what the engine writes down of a site.

    Args:
        site: to run.
        root: the folder of the checkouts.
        python: the interpreter that has the engine and the packages of the site.

    Raises:
        SystemExit: if the engine itself failed.
    """
    out = root / f"{site.name}.json"
    out.unlink(missing_ok=True)
    place = f"{site.name}/{site.pages}"
    command: list[str | Path] = [python, "-m", "twicetold.cli", "run", place, "--json", out]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1) or not out.is_file():
        sys.exit(f"{site.name}: the engine failed\n{done.stdout[-500:]}{done.stderr[-4000:]}")
    found: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return found


def ratchet(site: Site, root: Path, python: Path) -> bool:
    """Return whether a run is green after `twicetold init`, in a copy of the site.

    Args:
        site: to begin with.
        root: the folder of the checkouts.
        python: the interpreter that has the engine and the packages of the site.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, site.name)
        shutil.copytree(root / site.name, copy, symlinks=True)
        for verb in (["init", site.pages], ["run", site.pages]):
            command: list[str | Path] = [python, "-m", "twicetold.cli", *verb]
            done = subprocess.run(
                command, cwd=copy, capture_output=True, text=True, check=False
            )
        print(done.stdout[-300:] if done.returncode else "", end="")
        return done.returncode == 0


def row(site: Site, root: Path, found: dict[str, Any], green: bool) -> Row:
    """Return what the table says of a site.

    Args:
        site: that was run.
        root: the folder of the checkouts.
        found: what the engine wrote down.
        green: whether it is, after `twicetold init`.

    Raises:
        SystemExit: if the two counts differ without a reason.
    """
    place = root / site.name / site.pages
    base = site.name if place.is_file() else f"{site.name}/{site.pages}"
    lines = {
        f"{base}/{name}:{line}" for name, text in texts(place).items() for line in counted(text)
    }
    shown = {f"{each['page']}:{each['line']}" for each in found["blocks"]}
    known = {f"{site.name}/{at}" for at in site.apart}
    if wrong := unexplained(known, shown, lines):
        sys.exit("\n".join(["the counts differ; corpora.toml may say why:", *wrong]))
    return Row(site.name, site.repository, site.commit, len(lines), site.apart, found, green)


def environment(site: Site, root: Path, version: str) -> Path:
    """Make the environment of a site if it is not there; return its interpreter.

    Args:
        site: with the packages.
        root: the folder of the checkouts, which gets the environments.
        version: of Python, as in `3.13`.

    Raises:
        SystemExit: if there is no such Python, or a package can't be had.
    """
    place = root / f"venv-{site.name}"
    python = place / "bin" / "python"
    made = place / "packages.txt"
    wanted = "\n".join([version, *site.packages])
    if made.is_file() and made.read_text("utf-8") == wanted:
        return python
    here = [each.path for each in interpreters.find() if each.short == version]
    if not here:
        sys.exit(f"no Python {version} on this machine")
    uv = str(Path(sys.executable).with_name("uv"))
    engine = ["--editable", f"{ROOT / 'engine'}[run]"]
    subprocess.run([uv, "venv", "--quiet", "--clear", "--python", here[0], place], check=True)
    install: list[str | Path] = [
        uv,
        "pip",
        "install",
        "--quiet",
        "--python",
        python,
        *engine,
        *site.packages,
    ]
    subprocess.run(install, check=True)
    made.write_text(wanted, "utf-8")
    return python


def sample(rows: list[Row], root: Path, count: int) -> Iterator[str]:
    """Yield failing fences drawn at random, the same each time, to look at by hand.

    Args:
        rows: of the sites.
        root: the folder of the checkouts.
        count: how many; all if there are fewer.
    """
    failed = [each for row in rows for each in row.failed]
    for each in random.Random(SEED).sample(failed, min(count, len(failed))):
        lines = (root / each["page"]).read_text("utf-8").split("\n")[each["line"] - 1 :]
        mark = (_MARK.findall(lines[0]) or ["```"])[0]
        ends = (n for n, line in enumerate(lines, 1) if n > 1 and line.strip(" >") == mark)
        text = "\n".join(lines[: next(ends, len(lines))])
        yield f"{each['page']}:{each['line']}: {each['ended']}: {each['detail']}\n{text}\n"


def main() -> int:
    """Run all sites and write the table, or print a sample of what fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", type=Path, help="the folder that has a checkout of each site")
    parser.add_argument("--sample", type=int, default=0, help="print so many that fail")
    asked = parser.parse_args()
    root: Path = asked.root.resolve()
    every = sites()
    version = tomllib.loads(LIST.read_text("utf-8"))["python"]
    missing = []
    for site in every:
        place = root / site.name / site.pages
        if not place.exists() or digest(texts(place)) != site.digest:
            missing.append(FETCH.format(**vars(site)))
    if missing:
        advice = f"these are not in {root} as they are pinned; to fetch them:"
        sys.exit("\n".join([advice, *missing]))
    rows = []
    for site in every:
        began = time.perf_counter()
        python = environment(site, root, version)
        green = ratchet(site, root, python)
        took = time.perf_counter() - began
        rows.append(row(site, root, run(site, root, python), green))
        print(f"{corpora_table.line(rows[-1])}; to a green run in {took:.0f} s", flush=True)
    for text in sample(rows, root, asked.sample):
        print(text)
    corpora_table.write(rows, RESULTS)
    return 0


if __name__ == "__main__":
    sys.exit(main())
