"""Every way in which a page can be wrong turns it red, with a message that says what to do.

Each page of specimens/ names in its front matter what must be said of it, or nothing
if it is right. Its programs are run twice as forks and twice as new processes; the latter are
watched as for `--skip-unchanged`, which must not believe a page that is red.
"""

import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from twicetold.base.project import Project
from twicetold.books import compare, ledger
from twicetold.cache.memory import Memory
from twicetold.judge import words
from twicetold.judge.page_run import PageRun
from twicetold.read import page
from twicetold.run import cold
from twicetold.run.choose import Forks, modules

SPECIMENS = Project(Path(__file__).parent / "specimens")
INLINE = Project(SPECIMENS.root / "inline")  # where programs may be written in the page
PAGES = [
    pytest.param(each, each.key(path), id=SPECIMENS.name(path)[:-3].replace("docs/", ""))
    for each in (SPECIMENS, INLINE)
    for path in each.pages()
]


def expected(project: Project, key: str) -> list[str]:
    """What must be said of a specimen: parts of messages.

    A page whose front matter is wrong, or whose letters are, has them in a file beside it.
    """
    beside = project.page(key).with_suffix(".expect.yml")
    if beside.is_file():
        return list(yaml.safe_load(beside.read_text("utf-8")))
    head = project.page(key).read_text("utf-8").split("---\n")[1]
    return list(yaml.safe_load(head)["expect"])


@pytest.fixture(scope="module")
def of_site(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, list[str]]:
    """What the ledger says of the built specimens, by the page that it says it of."""
    found = defaultdict(list)
    for project in (SPECIMENS, INLINE):
        base = tmp_path_factory.mktemp("specimens")
        subprocess.run(
            [
                *(sys.executable, "-m", "mkdocs", "build", "--quiet"),
                *("--config-file", str(project.config_file), "--site-dir", str(base)),
            ],
            cwd=project.root,
            check=True,
        )
        for fault in compare.of_site(project, base):
            found[project.root / fault.path].append(str(fault))
    return dict(found)


@pytest.fixture(scope="module")
def forks() -> Iterator[Forks]:
    pages = [page for project in (SPECIMENS, INLINE) for page in ledger.read_all(project)]
    with Forks(modules(e.source.text for each in pages for e in each.examples)) as servers:
        yield servers


@pytest.mark.parametrize("way", ["fork", "start"])
@pytest.mark.parametrize(("project", "key"), PAGES)
def test_specimen(
    project: Project,
    key: str,
    way: str,
    forks: Forks,
    of_site: dict[Path, list[str]],
    tmp_path: Path,
) -> None:
    read = page.read(project, project.page(key))
    said = [str(fault) for fault in ledger.of_page(project, read)]
    if not said:
        said += of_site.get(project.page(key), [])
        is_watched = way == "start"
        memory = Memory(project)
        memory._folder = tmp_path / "cache"
        assert not memory.believes(read)
        run = cold.start if is_watched else forks.run
        (tmp_path / "run").mkdir()
        page_run = PageRun(project, read, tmp_path / "run", run, recorded=is_watched)
        for again in (False, True):
            for index in range(len(read.examples)):
                verdict = page_run.verdict(index, again)
                said += [words.told(verdict)] if verdict.wrong else []
        if is_watched:
            memory.keep(read, page_run)
            memory.write()
        assert page_run.green or not memory.believes(read)
    wanted = expected(project, key)
    assert bool(said) == bool(wanted), said
    for part in wanted:
        assert any(part in message for message in said), "\n\n".join(said)
    for message in said:
        assert any(part in message for part in wanted), message
        assert "twicetold/" not in message, message


def test_a_folder_without_a_page_is_named() -> None:
    assert [str(fault) for fault in ledger.without_page(SPECIMENS)] == [
        "snippets/no-page/program.py:1: no page shows this; there is no docs/no-page.md"
    ]
