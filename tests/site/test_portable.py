"""The same sources build with other generators: same pages, same programs, and they run."""

import os
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, expect

from ops.tools import serving, sources
from press.pack import compress
from press.site import Site
from press.steps import STEPS
from twicetold.base.project import Project
from twicetold.books import built, compare

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.nightly
BUILD = {
    "mkdocs": ("build", "--strict"),
    "properdocs": ("build", "--strict", "--config-file", "mkdocs.yml"),
    "zensical": ("build", "--strict", "--clean"),
}
OTHERS = ("properdocs", "zensical")
THE_THEMES = ("assets/images/", "assets/javascripts/", "assets/stylesheets/")
DIFFERENCES = tomllib.loads((ROOT / "guide" / "lists" / "portable.toml").read_text("utf-8"))
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def make(generator: str, folder: Path) -> None:
    """Build the sources with a generator, as they are, into `site/` of a new folder."""
    programs = ROOT / ".venv" / "portable" / ("Scripts" if os.name == "nt" else "bin")
    program = shutil.which(generator, path=str(programs))
    if program is None:
        pytest.fail(f"no {generator}: type `make .venv/portable/installed`", pytrace=False)
    folder.mkdir()
    sources.copy(folder)
    done = subprocess.run(
        [program, *BUILD[generator]],
        cwd=folder,
        env=os.environ | QUIET,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        pytest.fail(f"{generator} {' '.join(BUILD[generator])}:\n{done.stdout}", pytrace=False)


def made_by(generator: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as a generator builds it, once for all workers."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / generator
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            make(generator, folder)
    return folder / "site"


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as MkDocs builds it, before the steps over it."""
    return made_by("mkdocs", tmp_path_factory)


@pytest.fixture(scope="session", params=OTHERS)
def generator(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def other(generator: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as another generator builds it."""
    return made_by(generator, tmp_path_factory)


def files(folder: Path) -> set[str]:
    """What a generator built, without what belongs to its theme."""
    names = (p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    return {name for name in names if not name.startswith(THE_THEMES)}


def test_it_builds_the_same_pages_with_the_same_blocks(plain: Path, other: Path) -> None:
    pages = {name for name in files(plain) if name.endswith(".html")}
    assert {name for name in files(other) if name.endswith(".html")} == pages
    for name in sorted(pages):
        assert built.blocks(other / name) == built.blocks(plain / name), name


def test_the_ledger_accounts_for_every_block_of_it(project: Project, other: Path) -> None:
    assert compare.of_site(project, other) == []


def test_the_ledger_notices_a_block_that_it_changed(
    project: Project, other: Path, tmp_path: Path
) -> None:
    text = (other / "sqlite" / "index.html").read_text("utf-8")
    before, after = ">sqlite3</span>", ">sqlite4</span>"  # in a block, not in a sentence
    assert before in text
    (tmp_path / "index.html").write_text(text.replace(before, after, 1), "utf-8")
    assert any("sqlite4" in str(fault) for fault in compare.of_site(project, tmp_path))


def test_it_leaves_out_and_adds_only_what_is_listed_with_a_reason(
    plain: Path, other: Path, generator: str
) -> None:
    listed = DIFFERENCES[generator]
    assert files(plain) - files(other) == listed["without"].keys()
    assert files(other) - files(plain) == listed["with"].keys()


def test_it_carries_what_the_run_bar_stands_on(plain: Path, other: Path) -> None:
    carried = sorted(path for path in (plain / "assets" / "run").rglob("*") if path.is_file())
    assert carried
    for path in carried:
        assert (other / path.relative_to(plain)).read_bytes() == path.read_bytes(), path.name


def test_the_steps_over_the_site_work_on_it_but_for_those_that_are_listed(
    project: Project, other: Path, generator: str, tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    shutil.copytree(other, folder, ignore=shutil.ignore_patterns("python-*"))
    site = Site(folder, project, ROOT / ".cache" / "press")
    failed = {}
    for step in STEPS:
        if step is compress.press:
            continue  # takes any files
        try:
            step(site)
        except (OSError, ValueError, LookupError) as error:
            failed[step.__module__.removeprefix("press.")] = error
    assert failed.keys() == DIFFERENCES[generator]["steps"].keys()


def test_a_program_runs_on_its_page(other: Path, chromium: Browser) -> None:
    with serving.serve(other) as server, chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{server.address}sqlite/")
        bar = page.locator("pdp-run").first
        bar.locator(".run__button--run").click()
        expect(bar).to_have_attribute("data-verdict", "same")
