"""While the site is served, an edited page is run, and shows what is wrong with it."""

import queue
from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.config.defaults import MkDocsConfig
from watchdog.events import FileModifiedEvent, FileOpenedEvent

from guide import trial, trying
from theme.hooks import tried
from toy_site import WRITE, put
from twicetold import cache
from twicetold.base.project import Project
from twicetold.judge.verdict import Verdict
from twicetold.read import page
from twicetold.run.choose import Forks
from twicetold.run.patience import HANGS


@pytest.mark.parametrize(
    ("path", "pages"),
    [
        ("docs/notes.md", ["notes"]),
        ("snippets/notes/write.py", ["notes"]),
        ("snippets/notes/inner/data.json", ["notes"]),
        ("snippets/notes/__pycache__/write.pyc", []),
        ("snippets/notes/.write.py.swp", []),
        ("snippets/other/write.py", []),
        ("docs/gone.md", []),
        ("docs/assets/a.png", []),
    ],
)
def test_a_file_is_of_its_page_or_of_none(notes: Path, path: str, pages: list[str]) -> None:
    assert trying.keys(Project(notes), notes / path) == pages


def test_a_shared_file_is_of_each_page_that_shows_it(notes: Path) -> None:
    settings, page = notes / "pyproject.toml", notes / "docs" / "notes.md"
    settings.write_text('[tool.twicetold]\nshared = "shared"\n', "utf-8")
    assert trying.keys(Project(notes), notes / "snippets" / "shared" / "clock.py") == []
    page.write_text('--8<-- "shared/clock.py"\n', "utf-8")
    assert trying.keys(Project(notes), notes / "snippets" / "shared" / "clock.py") == ["notes"]


def test_an_edited_page_is_run_and_said_to_be_wrong_until_it_is_right(
    notes: Path,
) -> None:
    said: queue.SimpleQueue[tuple[str, bool]] = queue.SimpleQueue()
    file, receipts = trying.told(notes, "notes"), notes / "receipts"
    with trying.Trying(Project(notes), lambda *each: said.put(each)):
        put(notes, "write.py", WRITE.replace("kept", "lost"))
        assert said.get(timeout=HANGS) == ("notes", False)
        assert "-kept\n+lost" in file.read_text("utf-8")
        put(notes, "write.py", WRITE)
        passed = ("notes", True)
        # A save can be two events, and no receipt tells of what was saved while it ran.
        while said.get(timeout=HANGS) != passed or not list(receipts.glob("*.json")):
            pass
        assert not file.exists()


@pytest.fixture
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be no CI, where what is unchanged is run, too."""
    monkeypatch.delenv("CI", raising=False)


@pytest.mark.usefixtures("at_home")
def test_a_page_of_which_the_prose_alone_is_edited_is_not_run(notes: Path) -> None:
    asked, settings = notes / "docs" / "notes.md", notes / "pyproject.toml"
    project = Project(notes)

    def wrong(forks: Forks) -> tuple[str, list[Verdict]]:
        now = Project(notes)
        return trial.wrong(now, "notes", forks, cache.of(now))

    with Forks([], recorded=True) as forks:
        said, verdicts = wrong(forks)
        assert not said and len(verdicts) == 4
        trial.record(project, page.read(project, asked), verdicts)
        asked.write_text(asked.read_text("utf-8") + "\nMore.\n", "utf-8")
        assert wrong(forks) == ("", [])
        put(notes, "write.py", f"{WRITE}# more\n")
        assert len(wrong(forks)[1]) == 4
        settings.write_text(f"{settings.read_text('utf-8')}timeout = 30\n", "utf-8")
        assert len(wrong(forks)[1]) == 4


@pytest.mark.usefixtures("at_home")
def test_what_runs_pages_ends_where_it_would_run_them_with_what_is_old(notes: Path) -> None:
    with trying.Trying(Project(notes), lambda *each: None) as tried:
        assert tried._ask("notes") == ""
        first = tried._running
        assert tried._ask("notes") == "" and tried._running is first
        settings = notes / "pyproject.toml"
        settings.write_text(f"{settings.read_text('utf-8')}timeout = 30\n", "utf-8")
        assert tried._ask("notes") == "" and tried._running is not first
        settings.write_text("[tool.twicetold]\nxyz = 1\n", "utf-8")
        assert "xyz" in tried._ask("notes")


def test_a_page_that_is_read_is_not_run(notes: Path) -> None:
    idle = trying.Trying(Project(notes), lambda *each: None)
    idle.on_any_event(FileOpenedEvent(str(notes / "docs" / "notes.md")))
    assert not idle._edited
    idle.on_any_event(FileModifiedEvent(str(notes / "docs" / "notes.md")))
    assert list(idle._edited) == ["notes"]


@pytest.mark.parametrize("command", ["serve", "build"])
def test_what_is_wrong_is_above_its_page_where_that_is_served(
    notes: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr(tried, "_serving", [])
    config = MkDocsConfig(str(notes / "mkdocs.yml"))
    watched: list[str] = []
    old = trying.told(notes, "old")
    old.parent.mkdir(parents=True)
    old.touch()
    tried.on_serve(SimpleNamespace(watch=watched.append), config=config, builder=None)
    assert watched == [str(old.parent)] and not old.exists()
    tried.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
    trying.told(notes, "notes").write_text("1 < 2", "utf-8")

    def shown(path: str) -> str:
        page = SimpleNamespace(file=SimpleNamespace(src_uri=path))
        return tried.on_page_content("text", page=page, config=config, files=None)  # type: ignore[arg-type]

    assert ("1 &lt; 2" in shown("notes.md")) is (command == "serve")
    assert shown("notes.md").endswith("text")
    assert shown("other.md") == "text"
