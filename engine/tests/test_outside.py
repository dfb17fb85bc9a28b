"""A site of someone else installs the wheel, runs one command, and learns what to do."""

import os
import re
import shutil
import subprocess
import sys
import venv
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from toy_site import READ, WRITE, program

ENGINE = Path(__file__).parents[1]
LOCK = "from pathlib import Path\n\nPath('lock').touch(exist_ok=False)\n"


def blocks(page: str, name: str, output: str = "") -> str:
    """Return the blocks of a program as a page without any setting has them."""
    return program(page, name, output, title="") + "\n"


SITE = {
    "docs/notes.md": blocks("notes", "write") + blocks("notes", "read", "read"),
    "docs/more/sums.md": '```python\nprint(1 + 1)\n```\n\n```text title="Output"\n2\n```\n',
    "docs/wrong.md": blocks("wrong", "read", "read")
    + blocks("wrong", "ad")
    + '```pyton\nprint("typed")\n```\n\n```json\n{"a": 1,}\n```\n\n'
    + blocks("wrong", "lock"),
    "snippets/notes/write.py": WRITE,
    "snippets/notes/read.py": READ,
    "snippets/notes/read.out": "kept\n",
    "snippets/wrong/read.py": READ,
    "snippets/wrong/read.out": "kept\n",
    "snippets/wrong/lock.py": LOCK,
}
MESSAGES = {
    "docs/wrong.md:1: read.py failed with exit status 1": "```pytb",
    'docs/wrong.md:10: no file snippets/wrong/ad.py; did you mean "wrong/': "?",
    'docs/wrong.md:14: no block is of the language "pyton"; did you mean "python"?': "",
    "docs/wrong.md:18: this is not json: ": "",
    "docs/wrong.md:22: lock.py failed with exit status 1 in the second run": "Make it repeat",
}


def needed(each: metadata.Distribution, found: dict[str, metadata.Distribution]) -> None:
    """Add to those found all that a distribution needs, without extras."""
    for line in each.requires or ():
        wanted = Requirement(line)
        if wanted.name not in found and (not wanted.marker or wanted.marker.evaluate()):
            found[wanted.name] = metadata.distribution(wanted.name)
            needed(found[wanted.name], found)


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel, and beside it what it says it needs: no more, no network.

    What it needs is copied from the environment of the tests, distribution by distribution; so
    neither the sources of the engine nor anything else that is installed here is in it.
    """
    base = tmp_path_factory.mktemp("outside")
    ignored = shutil.ignore_patterns("tests", "*.egg-info", "build", "__pycache__")
    shutil.copytree(ENGINE, base / "engine", ignore=ignored)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    offline = ["--no-index", "--no-deps"]
    build = ["wheel", *offline, "--no-build-isolation", "--wheel-dir", "wheels", "./engine"]
    subprocess.run([*pip, *build], cwd=base, check=True)
    venv.create(base / "venv", with_pip=False, symlinks=os.name != "nt")
    python = base / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    (wheel,) = (base / "wheels").glob("twicetold-*.whl")
    subprocess.run([*pip, "--python", str(python), "install", *offline, str(wheel)], check=True)
    ask = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    said = subprocess.run(ask, capture_output=True, text=True, check=True)
    packages = Path(said.stdout.strip())
    (installed,) = metadata.distributions(name="twicetold", path=[str(packages)])
    found: dict[str, metadata.Distribution] = {}
    needed(installed, found)
    for each in found.values():
        for file in each.files or ():
            if file.parts[0] != ".." and "__pycache__" not in file.parts:
                target = packages / file
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(str(each.locate_file(file)), target)
    return python.parent


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of three pages without any settings; one has its program in the page."""
    for name, text in SITE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def tool(outside: Path, site: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run the installed tool in a site, as from a shell of its own."""
    kept = ("PATH", "HOME", "SYSTEMROOT", "TEMP", "TMP")
    variables = {name: os.environ[name] for name in kept if name in os.environ}
    command = [str(outside / "twicetold"), *arguments]
    return subprocess.run(
        command, cwd=site, env=variables, capture_output=True, encoding="utf-8", check=False
    )


def test_one_command_names_what_is_wrong_and_what_to_do(outside: Path, site: Path) -> None:
    done = tool(outside, site, "run")
    assert done.returncode == 1, done.stdout + done.stderr
    for start, advice in MESSAGES.items():
        said = re.search(
            rf"^{re.escape(start)}.*\n(?:(?!docs/|_{{9}}).*\n)*", done.stdout, re.M
        )
        assert said and advice in said[0], f"{start}\n{done.stdout}"
    told = re.findall(r"^docs/wrong\.md:\d+: .*", done.stdout, re.M)
    assert len(told) == len(MESSAGES), told
    assert "Traceback" not in done.stderr and "twicetold/" not in done.stdout


def test_the_pages_that_are_right_pass(outside: Path, site: Path) -> None:
    done = tool(outside, site, "run", "notes", "docs/more/sums.md", "--receipt")
    assert "8 passed" in done.stdout, done.stdout + done.stderr
    assert len([*(site / "receipts").glob("python-*.json")]) == 1


def test_what_the_command_advises_ends_a_fault(outside: Path, site: Path) -> None:
    (site / "snippets" / "notes" / "read.out").write_text("lost\n", "utf-8")
    said = tool(outside, site, "run", "notes").stdout
    advised = re.search(r"If what happened is right: twicetold (.*)", said)
    assert advised, said
    assert tool(outside, site, *advised[1].split()).returncode == 0
    assert "5 passed" in tool(outside, site, "run", "notes").stdout


@pytest.mark.parametrize(
    ("verb", "package", "extra"),
    [
        ("hold", "lxml", "site"),
        ("matrix", "findpython", "versions"),
        ("run", "markdown_it", "run"),
    ],
)
def test_what_a_verb_needs_besides_is_named(
    outside: Path, site: Path, verb: str, package: str, extra: str
) -> None:
    (site / "docs" / "wrong.md").unlink()
    shutil.rmtree(site / "snippets" / ("" if verb == "run" else "wrong"))  # as pages are
    (site / "site").mkdir()
    (site / "site" / "index.html").write_text("<p>", "utf-8")
    done = tool(outside, site, verb)
    wanted = f'this needs {package}, of the extra {extra}: pip install "twicetold[{extra}]"\n'
    assert (done.returncode, done.stderr) == (2, wanted)
