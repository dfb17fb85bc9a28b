"""A fork of a server is, to the program, the new interpreter that a reader starts."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from twicetold.run import choose, cold
from twicetold.run.choose import Forks
from twicetold.run.cold import Happened, Request
from twicetold.run.folder import Folder, empty

pytestmark = pytest.mark.skipif(not choose.available(), reason="forks are used on Linux alone")

MODULES = (
    *("asyncio", "collections", "collections.abc", "concurrent", "concurrent.futures", "csv"),
    *("dataclasses", "datetime", "email", "importlib", "importlib.metadata", "json", "logging"),
    *(
        "multiprocessing",
        "os.path",
        "pathlib",
        "pickle",
        "sqlite3",
        "tempfile",
        "unittest.mock",
    ),
    *("urllib", "urllib.request", "xml", "xml.etree.ElementTree"),
)
INSTALLED = ("markdown_it", "markdown_it.main", "markdown_it.rules_core")
# Written so that the engine does not see what it looks at, and forks.
LOADED = "import sys, {}\nprint(*sorted(vars(sys)['mod' 'ules']), sep='\\n')\n"
# Prints whether the module was there before the fork.
FROZEN = (
    "import gc\nimport markdown_it\n"
    "print(not any(each is vars(markdown_it) for each in getattr(gc, 'get' '_objects')()))\n"
)
ALIKE = {
    "finds-no-part-that-is-not-imported": "import concurrent\nprint(concurrent.futures)\n",
    "finds-none-in-a-module-of-the-guard": "import collections\nprint(collections.abc)\n",
    "finds-none-by-another-way": "import xml\nprint(getattr(xml, 'etree', 'not there'))\n",
    "tells-names-alike": "print(list(globals()))\n",
    "writes-a-module-and-imports-it": (
        "name = 'js' 'on.py'\n"
        "with open(name, 'w') as file:\n    file.write('kept = 1')\n"
        "import json\nprint(json.kept)\n"
    ),
    "writes-a-module-that-another-needs": (
        "with open('decim' 'al.py', 'w') as file:\n    file.write('print(1)\\nDecimal = int')\n"
        "import statistics\nprint(statistics.Decimal)\n"
    ),
    "reloads": "import importlib, json\nold = json.loads\nimportlib.reload(json)\n"
    "print(json.loads is old)\n",
    "loses-what-is-not-flushed": "import os\nprint('a')\nprint('b', end='')\nos._exit(0)\n",
    "prints-twice-what-is-not-flushed": (
        "import os\nprint('a', end='', flush=False)\n"
        "if os.fork() == 0:\n    print('b')\n    os._exit(0)\nos.wait()\nprint('c')\n"
    ),
    "prints-the-error-first": "print('a', end='')\nraise ValueError('b')\n",
    "makes-files-for-all-to-read": (
        "import os\nopen('a', 'w').close()\nprint(oct(os.stat('a').st_mode))\n"
    ),
    "prints-halves-of-lines": (
        "import sys\nprint('e', file=sys.stderr, end='')\nprint('o', end='')\n"
        "sys.stderr.write('f')\n"
    ),
    "finds-what-a-package-has-under-the-name-of-its-part": (
        "import unittest\nprint(unittest.main)\nimport unittest.main\nprint(unittest.main)\n"
    ),
    "replaces-what-prints-errors": "import sys\ndel sys.excepthook\n1 / 0\n",
    "is-interrupted": "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n",
    "is-hung-up": "import os, signal\nos.kill(os.getpid(), signal.SIGHUP)\n",
    "has-a-folder": "import sys\nprint(sys.path[0], sys.argv, sys.orig_argv, __file__)\n",
    "has-a-pool": (
        "from concurrent.futures import ProcessPoolExecutor\n"
        "if __name__ == '__main__':\n    with ProcessPoolExecutor(2) as pool:\n"
        "        print(sorted(pool.map(abs, [-1, 2])))\n"
    ),
    "has-closed-its-output": "import os\nprint('a')\nos.close(1)\nprint('b', end='')\n1 / 0\n",
    "counts-frames": "import sys\nf = sys._getframe()\nprint(f.f_back)\n",
    "is-in-the-developer's-mode": "import sys\nprint(sys.flags.dev_mode)\n",
}


def folder(base: Path, files: dict[str, str]) -> Folder:
    """Make a page's folders, with files."""
    made = empty(base)
    for name, text in files.items():
        (made.page / name).write_text(text, "utf-8")
    return made


@pytest.fixture(scope="module")
def servers() -> Iterator[Forks]:
    with Forks(sorted({*MODULES, "statistics"})) as made:
        yield made


def both(servers: Forks, base: Path, files: dict[str, str]) -> list[Happened]:
    """Run a.py as a fork and as a process of its own, in folders of equal names."""
    happened = []
    for run in (servers.run, cold.start):
        made = folder(base / "run", files)
        happened.append(run(Request(made, "a.py")))
        (base / "run").rename(base / f"done-{len(happened)}")
    return happened


@pytest.mark.parametrize("name", MODULES)
def test_a_module_brings_into_a_fork_what_it_brings_into_a_new_process(
    name: str, servers: Forks, tmp_path: Path
) -> None:
    fork, new = both(servers, tmp_path, {"a.py": LOADED.format(name)})
    assert fork.output.split() == new.output.split()
    assert name in new.output.split()


@pytest.mark.parametrize("name", ALIKE)
def test_a_program_does_the_same_in_both(name: str, servers: Forks, tmp_path: Path) -> None:
    fork, new = both(servers, tmp_path, {"a.py": ALIKE[name]})
    assert (fork.output, fork.status) == (new.output, new.status)


@pytest.mark.parametrize("name", INSTALLED)
def test_an_installed_module_brings_what_it_brings_into_a_new_process(
    name: str, tmp_path: Path
) -> None:
    with Forks(sorted(MODULES), installed=INSTALLED) as servers:
        text = f"import {name}\n{LOADED.format('os')}"
        fork, new = both(servers, tmp_path, {"a.py": text})
    assert fork.output.split() == new.output.split()
    assert name in new.output.split()


@pytest.mark.parametrize(
    ("installed", "recorded", "kept"),
    [(INSTALLED, False, True), ((), False, False), (INSTALLED, True, False)],
)
def test_an_installed_module_is_kept_if_no_record_needs_its_import(
    installed: tuple[str, ...], recorded: bool, kept: bool, tmp_path: Path
) -> None:
    made = folder(tmp_path, {"a.py": FROZEN})
    with Forks([], recorded, installed) as servers:
        assert servers.run(Request(made, "a.py")).output == f"{kept}\n"


def test_an_installed_module_that_fails_is_not_kept(tmp_path: Path) -> None:
    files = {"a.py": "import markdown_it\nprint(1)\nimport markdown_it.nowhere\n"}
    with Forks([], installed=("markdown_it.nowhere",)) as servers:
        fork, new = both(servers, tmp_path, files)
    assert (fork.output, fork.status) == (new.output, new.status)
    assert "No module named 'markdown_it.nowhere'" in new.output


@pytest.mark.parametrize("name", ["json", "random", "queue", "pickle", "sqlite3", "warnings"])
def test_a_file_named_like_a_standard_module_is_what_is_imported(
    name: str, servers: Forks, tmp_path: Path
) -> None:
    files = {"a.py": f"import {name}\nprint({name}.own)\n", f"{name}.py": "own = 'kept'\n"}
    fork, new = both(servers, tmp_path, files)
    loaded = name in ("warnings",)  # by -W error, before any program
    assert fork.output == new.output
    assert (new.output == "kept\n") is not loaded


def test_what_can_not_be_imported_keeps_no_program_from_running(tmp_path: Path) -> None:
    made = folder(tmp_path, {"a.py": "print(1)\n"})
    with Forks(["json", "msvcrt", "uu", "nowhere"]) as servers:
        happened = servers.run(Request(made, "a.py"))
        server = servers.server(1)
        assert server is not None and "msvcrt" in server.failed
    assert (happened.output, happened.status) == ("1\n", 0)


def test_a_server_that_does_not_start_leaves_programs_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.py"
    empty.write_text("", "utf-8")
    monkeypatch.setattr("twicetold.run.warm._SERVER", empty)
    made = folder(tmp_path, {"a.py": "print(1)\n"})
    with Forks([]) as servers:
        runs = [servers.run(Request(made, "a.py", seed=seed)) for seed in (1, 2)]
    assert [run.output for run in runs] == ["1\n", "1\n"]
    said = capfd.readouterr().err
    assert said.count("no interpreter can be kept warm: it ended with status 0") == 1


def test_another_server_is_started_when_one_was_killed(tmp_path: Path) -> None:
    made = folder(tmp_path, {"a.py": "print(1)\n"})
    with Forks([]) as servers:
        for _ in range(2):
            assert servers.run(Request(made, "a.py")).output == "1\n"
            server = servers.server(1)
            assert server is not None
            server.process.kill()
            server.process.wait()


def test_a_program_whose_server_is_killed_is_lost_and_the_next_one_is_not(
    tmp_path: Path,
) -> None:
    killer = (
        "import os, subprocess, sys\n"
        "kill = f'import os; os.kill({os.getppid()}, 9)'\n"
        "subprocess.run([sys.executable, '-I', '-c', kill])\n"
        "while True:\n    pass\n"
    )
    made = folder(tmp_path, {"a.py": killer, "b.py": "print(1)\n"})
    with Forks([]) as servers:
        assert servers.run(Request(made, "a.py", limit=600)).lost
        after = servers.run(Request(made, "b.py"))
    assert (after.output, after.lost) == ("1\n", False)


def test_a_fork_can_be_interrupted_where_the_tests_can_not(tmp_path: Path) -> None:
    made = folder(tmp_path, {"a.py": ALIKE["is-interrupted"]})
    client = (
        "import sys\nfrom pathlib import Path\nfrom twicetold.run import cold\n"
        "from twicetold.run.folder import Folder\nfrom twicetold.run.choose import Forks\n"
        "request = cold.Request(Folder(Path(sys.argv[1])), 'a.py')\n"
        "with Forks([]) as forks:\n"
        "    print(forks.run(request).status, cold.start(request).status)\n"
    )
    done = subprocess.run(
        ["sh", "-c", 'trap "" INT HUP; exec "$0" "$@"', sys.executable, "-c", client, tmp_path],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert made.page.is_dir()
    assert done.stdout.split() == [str(-signal.SIGINT)] * 2
