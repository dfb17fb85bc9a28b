"""What the tests share: the project, and its site built and pressed once for all workers."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

import toy_site
from guide.build import BuildError, build
from ops.tools import browser, serving
from ops.tools.serving import Server
from press.site import Site
from press.steps import press
from tests.support import with_receipts
from twicetold.base.project import Project
from twicetold.receipts import gather

ROOT = Path(__file__).parent.parent


# Files whose tests share nothing that is slow to make: any worker takes any of them. The tests
# of another file, and the programs of a page, stay together.
SPREAD = (
    "tests/browser/engines/test_engines.py::",  # a test holds all checks of an engine
    *("tests/browser/test_accessible.py::", "tests/browser/test_every_page.py::"),
    *("tests/browser/test_keyboard.py::", "tests/browser/test_offline.py::"),
    *("tests/browser/test_runnable.py::", "tests/site/test_take_away.py::"),
)


# What takes longest comes first, beside what needs no built site; the other pages, many and
# quick, come last: so no worker waits for the site, or at the end.
ORDER = (
    "tests/browser/engines/test_engines.py::test_each_check_passes[webkit]",
    *("engine/tests/", "docs/concepts/power-loss", "docs/beyond/objects", "docs/testing"),
    *("tests/browser/engines/", "tests/browser/", "tests/site/"),
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    def place(item: pytest.Item) -> int:
        starts = (n for n, start in enumerate(ORDER) if item.nodeid.startswith(start))
        return next(starts, len(ORDER))

    items.sort(key=place)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Hand out whole files, and single tests where they share nothing, in our order."""
    from xdist.scheduler import LoadFileScheduling

    config.option.loadscopereorder = False

    class Spreading(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return nodeid if nodeid.startswith(SPREAD) else super()._split_scope(nodeid)

    return Spreading(config, log)


@pytest.fixture(scope="session")
def project() -> Project:
    return Project(ROOT)


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of one page, on which one program writes and another reads."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))  # where the verbs of this site are
    toy_site.make(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def site(project: Project, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site as it is published; whichever worker comes first builds and presses it."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    folder = shared / "site"
    said = shared / "site.txt"
    with FileLock(shared / "site.lock"):
        if not said.exists():
            try:
                text = build(project, folder)
                known = json.dumps(gather.compact(gather.gather(project)))
                with_receipts.put(folder / "assets" / "proven" / "receipts.json", known)
                press(Site(folder, project, ROOT / ".cache" / "press", quality=5))
                said.write_text(text, "utf-8")
            except BuildError as error:
                said.write_text(f"FAILED\n{error}", "utf-8")
    text = said.read_text("utf-8")
    if text.startswith("FAILED"):
        pytest.fail(f"mkdocs build --strict: {text.removeprefix('FAILED')}", pytrace=False)
    return folder


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """A function that has a measured figure printed below the tests, whatever their verdict."""
    return lambda text: record_property("figure", text)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [
        report
        for outcome in ("passed", "failed")
        for report in terminalreporter.stats.get(outcome, [])
        if report.when == "call"
    ]
    figures = sorted(
        f"{report.nodeid.partition('::')[0]}: {text}"
        for report in reports
        for name, text in report.user_properties
        if name == "figure"
    )
    if figures:
        terminalreporter.section("figures")
        terminalreporter.write("\n".join(figures) + "\n")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """One browser for all tests of a worker; each test has a context of its own."""
    launched = browser.launch(playwright)
    yield launched
    launched.close()


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[Server]:
    """The site on a server of this machine, under the headers that hosts are told to send."""
    if not (site / "assets" / "run" / "main.js").is_file():
        pytest.fail("docs/assets/run/ is not there: type `make web`", pytrace=False)
    with serving.serve(site) as server:
        yield server


@pytest.fixture(scope="session")
def address(served: Server) -> str:
    """The address of the first page of the site."""
    return served.address


@pytest.fixture
def tab(chromium: Browser, served: Server) -> Iterator[Page]:
    """An empty tab of a reader who was never here; what the page complains of is a failure."""
    with browser.watched(chromium, base_url=served.address) as page:
        yield page


@pytest.fixture(scope="session")
def proven_site(project: Project, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site on which receipts tell of every program."""
    folder = tmp_path_factory.mktemp("proven_site") / "site"
    with_receipts.copy(project, site, folder)
    return folder


@pytest.fixture(scope="module")
def proven_address(proven_site: Path) -> Iterator[str]:
    """The address of the first page of that copy."""
    with serving.serve(proven_site) as server:
        yield server.address
