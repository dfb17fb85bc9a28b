"""A page is not run again while all that a green run of it saw is the same, and only then."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import toy_site
from toy_site import put
from twicetold.run import cold
from twicetold.run.choose import Forks, available
from watched_site import PROGRAMS, SETTINGS, Site

WAYS = [
    "start",
    pytest.param("fork", marks=pytest.mark.skipif(not available(), reason="Linux")),
]


@pytest.fixture(scope="module")
def forks() -> Iterator[Forks]:
    with Forks(["glob", "os", "pathlib", "shutil"], recorded=True) as servers:
        yield servers


@pytest.fixture
def site(tmp_path: Path, forks: Forks) -> Site:
    return Site(tmp_path, forks.run)


@pytest.mark.parametrize("way", WAYS)
def test_what_is_unchanged_is_not_run_again(tmp_path: Path, forks: Forks, way: str) -> None:
    site = Site(tmp_path, forks.run if way == "fork" else cold.start)
    site.put("pyproject.toml", SETTINGS)
    assert site.test() and len(site.ran) == 2 * len(PROGRAMS)
    assert site.test() and site.ran == []


ALTERED: dict[str, Callable[[Site], object]] = {
    "a program": lambda site: put(site.root, "write.py", toy_site.WRITE + "# more\n"),
    "an output": lambda site: put(site.root, "read.out", "lost\n"),
    "an input": lambda site: put(site.root, "given.json", "[]\n"),
    "a module of the page": lambda site: put(site.root, "helper.py", "B = 2\n"),
    "a shared file": lambda site: site.put("snippets/shared/common.json", "2\n"),
    "a mark": lambda site: site.put(
        "docs/notes.md",
        (site.root / "docs/notes.md")
        .read_text("utf-8")
        .replace("```python", "<!--pytest.mark.timeout(60)-->\n```python", 1),
    ),
    "a setting": lambda site: site.put("pyproject.toml", f"{SETTINGS}runs = 1\ntimeout = 21\n"),
    "a file that was read": lambda site: (site.outside / "data.txt").write_text("2", "utf-8"),
    "a file that was there": lambda site: (site.outside / "flag").unlink(),
    "a file that was not there": lambda site: (site.outside / "gone").touch(),
    "a file that may be run": lambda site: (site.outside / "tool").chmod(0o700),
    "a file in a folder that was listed": lambda site: (site.outside / "listed/b").touch(),
    "what a listed file holds": lambda site: (site.outside / "plain/a").write_text(
        "22", "utf-8"
    ),
    "a file opened beside an open folder": lambda site: (
        site.outside / "held/data.txt"
    ).write_text("22", "utf-8"),
    "a file asked for beside one": lambda site: (site.outside / "held/other.txt").chmod(0o600),
}


@pytest.mark.parametrize("what", ALTERED)
def test_whatever_is_altered_the_page_is_run(site: Site, what: str) -> None:
    assert site.is_remembered
    ALTERED[what](site)
    assert site.test() == (what != "an output")
    assert site.ran == PROGRAMS


ASKS = {
    "exists": "import os\nprint('kept' if os.path.exists({path!r}) else 'lost')\n",
    "is_file": "from pathlib import Path\n"
    "print('kept' if Path({path!r}).is_file() else 'lost')\n",
    "which": "import shutil\nprint('kept' if shutil.which({path!r}) else 'lost')\n",
    "taken": "from os import stat\ntry:\n    stat({path!r})\n    print('kept')\n"
    "except OSError:\n    print('lost')\n",
    "in a child": 'import subprocess, sys\ncode = \'import os, sys; print(["lost", "kept"]'
    "[os.path.exists(sys.argv[1])])'\nsubprocess.run([sys.executable, '-c', code, {path!r}])\n",
    "in a thread": "import os, threading\nthreading.Thread(target=lambda: print("
    "'kept' if os.path.isfile({path!r}) else 'lost')).start()\n",
}


@pytest.mark.parametrize("asked", ASKS)
@pytest.mark.parametrize("way", WAYS)
def test_a_page_that_a_file_elsewhere_turns_red_is_red_and_green_again(
    tmp_path: Path, forks: Forks, way: str, asked: str
) -> None:
    site = Site(tmp_path, forks.run if way == "fork" else cold.start)
    path = tmp_path / "outside" / "asked"
    put(site.root, "read.py", ASKS[asked].format(path=str(path)))
    path.touch(mode=0o755)
    assert site.is_remembered
    path.unlink()
    assert not site.test()
    assert not site.test(), "it is believed although it is red"
    path.touch(mode=0o755)
    assert site.test() and site.ran


DOUBTED = {  # by what is written down of each
    "starts true": "import subprocess\nsubprocess.run(['true'])\n",
    "starts b'true'": "import os\nos.system('true')\n",
    " -I": "import subprocess, sys\nsubprocess.run([sys.executable, '-I', '-c', ''])\n",
    "an environment of its own": "import subprocess, sys\n"
    "subprocess.run([sys.executable, '-c', ''], env={})\n",
    "with an environment": "import os, subprocess, sys\n"
    "os.environ.pop('PROOF_SEEN')\nsubprocess.run([sys.executable, '-c', ''])\n",
    "connects to /none": "import contextlib, socket\n"
    "with socket.socket(socket.AF_UNIX) as a:\n"
    "    with contextlib.suppress(OSError):\n        a.connect('/none')\n",
    "connects to ('127.0.0.1'": "import socket\n"
    "with socket.create_server(('127.0.0.1', 0)) as a:\n"
    "    socket.create_connection(a.getsockname()).close()\n",
    "ctypes.dl": "import ctypes\nctypes.CDLL(None).getpid()\n",
    "reads /proc/": "from pathlib import Path\nPath('/proc/self/status').read_bytes()\n",
    "opens the database /none/a.db": "import contextlib, sqlite3\n"
    "with contextlib.suppress(sqlite3.Error):\n"
    "    sqlite3.connect('file:/none/a.db?mode=ro', uri=True)\n",
    "read.py: ATTACH": "import sqlite3\nfrom contextlib import closing\n"
    "with closing(sqlite3.connect(':memory:')) as db:\n"
    "    db.execute(\"ATTACH 'file:/none/a.db?mode=memory' AS a\")\n",
    "links to /usr": "import os\nif not os.path.islink('a'):\n    os.symlink('/usr', 'a')\n",
    "lists /": "import os\nos.listdir('/')\n",
}


@pytest.mark.parametrize("why", DOUBTED)
def test_a_page_that_does_what_nothing_sees_is_run_each_time(site: Site, why: str) -> None:
    put(site.root, "read.py", f"{DOUBTED[why]}print('kept')\n")
    assert not site.is_remembered
    (file,) = (site.root / ".cache/twicetold").glob("*.json")
    assert why in json.loads(file.read_text("utf-8"))["doubt"]


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", '{"key": 1}', "\0", '{"key": "", "seen": 1}']
)
def test_a_damaged_file_is_no_knowledge(site: Site, damage: str) -> None:
    assert site.is_remembered
    (file,) = (site.root / ".cache/twicetold").glob("*.json")
    whole = file.read_text("utf-8")
    file.write_text(damage or whole[:-20], "utf-8")
    assert site.test() and site.ran
    assert site.is_remembered


def test_a_page_that_is_red_is_forgotten(site: Site) -> None:
    assert site.is_remembered
    put(site.root, "read.out", "lost\n")
    assert not site.test()
    put(site.root, "read.out", "kept\n")
    assert site.test() and site.ran
