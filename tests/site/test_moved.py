"""A page that moved or went leaves its old address to its readers."""

import subprocess
from pathlib import Path

import pytest

from press.hosts import redirects
from toy_site import git
from twicetold.base.project import Project


def gone(root: Path) -> list[str]:
    """Return the addresses of the pages that the repository had and has no more, if it tells.

    Posts are left out: theirs are made of their dates and titles.
    """
    published = "origin/main" if _git(root, "rev-parse", "--verify", "origin/main") else "HEAD"
    had = _git(root, "ls-tree", "-r", "--name-only", published, "docs").splitlines()
    options = ("--no-renames", "--diff-filter=D", "--name-only", "--format=")
    had += _git(root, "log", *options, published, "--", "docs").splitlines()
    pages = {name for name in had if name.endswith(".md") and "/blog/posts/" not in name}
    names = [name[5:-3] for name in sorted(pages) if not (root / name).is_file()]
    return [f"{name.removesuffix('index')}/".replace("//", "/") for name in names]


def _git(root: Path, *arguments: str) -> str:
    command = ["git", *arguments]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""


def unanswered(root: Path) -> list[str]:
    """Return what to say of the pages that are gone and lead nowhere."""
    moved = redirects.moved(root)
    return [
        f'a page was at {old}: name where it is now in {redirects.LIST}: "{old}" = "…/"'
        for old in gone(root)
        if old not in moved
    ]


def test_each_page_that_is_gone_leads_on(project: Project) -> None:
    assert not unanswered(project.root), "\n".join(unanswered(project.root))


@pytest.fixture
def repository(notes: Path) -> Path:
    """The site of one page, in a repository."""
    (notes / redirects.LIST).parent.mkdir(parents=True)
    (notes / redirects.LIST).write_text("[moved]\n", "utf-8")
    git(notes, "init", "--quiet")
    git(notes, "add", ".")
    git(notes, "commit", "--quiet", "--message", "one")
    return notes


@pytest.mark.parametrize("committed", [False, True])
def test_a_renamed_page_is_asked_where_it_is(repository: Path, committed: bool) -> None:
    assert unanswered(repository) == []
    git(repository, "mv", "docs/notes.md", "docs/diary.md")
    if committed:
        git(repository, "commit", "--quiet", "--message", "two")
    (said,) = unanswered(repository)
    assert said.startswith("a page was at notes/: ")
    (repository / redirects.LIST).write_text('[moved]\n"notes/" = "diary/"\n', "utf-8")
    assert unanswered(repository) == []


def test_an_unpacked_archive_has_nothing_to_tell(notes: Path) -> None:
    assert gone(notes) == []
