"""What readers take away: each page's archive runs elsewhere, all of them, the site offline."""

import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from press.pack import archives, offline
from press.site import Site
from twicetold.base.project import Project
from twicetold.judge import words
from twicetold.judge.page_run import PageRun
from twicetold.read import page as pages
from twicetold.run import folder
from twicetold.run.cold import start

ROOT = Path(__file__).parents[2]
KEYS = sorted(
    key
    for key in map(Project(ROOT).key, Project(ROOT).pages())
    if pages.read(Project(ROOT), Project(ROOT).page(key)).examples
)


@pytest.fixture(scope="session")
def pressed(site: Path, project: Project) -> Site:
    return Site(site, project, project.root / ".cache" / "press")


@pytest.fixture
def unpack(pressed: Site, tmp_path: Path) -> Callable[[str], Path]:
    """Unpack the archive of a page; give its folder."""
    addresses = {key: page.address for page, key in pressed.sourced}

    def made(key: str) -> Path:
        name = archives.archive(key)
        with zipfile.ZipFile(pressed.folder / addresses[key] / name) as archive:
            archive.extractall(tmp_path / "taken")
        (folder,) = (tmp_path / "taken").iterdir()
        assert folder.name == name.removesuffix(".zip")
        return folder

    return made


@pytest.mark.parametrize("key", KEYS)
def test_the_archive_of_a_page_holds_what_its_programs_run_with(
    key: str, unpack: Callable[[str], Path], project: Project, tmp_path: Path
) -> None:
    taken = unpack(key)
    (tmp_path / "run").mkdir()
    read = pages.read(project, project.page(key))
    ran = folder.make(project, read, tmp_path / "run").page
    assert contents(taken / "programs") == contents(ran)
    outputs = {file for file in project.files(key) if file.suffix == ".out"}
    for file in outputs:
        packed = taken / "outputs" / file.relative_to(project.snippets / key)
        assert packed.read_bytes() == file.read_bytes(), file.name


def test_an_archive_holds_programs_written_in_the_page_as_files(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "pyproject.toml").write_text('[tool.twicetold]\nprograms = "both"\n', "utf-8")
    text = '```python\nprint(1)\n```\n\n```text title="Output"\n1\n```\n'
    (tmp_path / "docs" / "a.md").write_text(text, "utf-8")
    site: Any = SimpleNamespace(project=Project(tmp_path), url="https://example.org/")
    page: Any = SimpleNamespace(heading="A", address="a/")
    files = archives.contents(site, page, "a")
    readme = files.pop("README.txt").decode()
    assert "python block-1.py" in readme
    assert files == {"programs/block-1.py": b"print(1)\n", "outputs/block-1.out": b"1\n"}


def contents(base: Path) -> dict[str, bytes]:
    """Return the bytes of each file in a folder, by its path there."""
    files = (path for path in base.rglob("*") if path.is_file())
    return {path.relative_to(base).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("key", ["pickle/index", "packaging/ship-data"])
def test_the_archive_of_a_page_runs_where_it_is_unpacked(
    key: str, unpack: Callable[[str], Path], project: Project, tmp_path: Path
) -> None:
    taken = unpack(key)
    page = pages.read(project, project.page(key))
    (tmp_path / "run").mkdir()
    page_run = PageRun(project, page, tmp_path / "run", start)
    shutil.rmtree(page_run.folder.page)
    shutil.move(taken / "programs", page_run.folder.page)
    for index in range(len(page.examples)):
        verdict = page_run.verdict(index, again=False)
        assert not verdict.wrong, words.told(verdict)


@pytest.mark.parametrize("key", KEYS)
def test_its_readme_names_the_commands_in_the_order_of_the_page(
    key: str, unpack: Callable[[str], Path], project: Project
) -> None:
    text = (unpack(key) / "README.txt").read_text("utf-8")
    typed = re.findall(r"^    (python|sh) (\S+)", text, flags=re.MULTILINE)
    page = pages.read(project, project.page(key))
    assert typed == [(e.language, e.name) for e in page.examples]


def test_an_archive_has_the_same_bytes_whenever_it_is_made(
    pressed: Site, tmp_path: Path
) -> None:
    page, key = next((p, k) for p, k in pressed.sourced if k == "sqlite/index")
    files = archives.contents(pressed, page, key)
    folder = archives.archive(key).removesuffix(".zip")
    again = {f"{folder}/{name}": files[name] for name in reversed(files)}
    archives.pack(tmp_path / "again.zip", again)
    made = pressed.folder / page.address / archives.archive(key)
    assert (tmp_path / "again.zip").read_bytes() == made.read_bytes()


def test_one_archive_holds_the_programs_of_all_pages(pressed: Site, project: Project) -> None:
    with zipfile.ZipFile(pressed.folder / archives.ALL) as archive:
        names = archive.namelist()
    for key in KEYS:
        for example in pages.read(project, project.page(key)).examples:
            assert f"programs-of-the-pages/{key}/programs/{example.name}" in names


def test_each_page_with_programs_links_its_archive(pressed: Site) -> None:
    for page, key in pressed.sourced:
        text = page.path.read_text("utf-8")
        assert (f'href="{archives.archive(key)}"' in text) == (key in KEYS), key


def test_every_link_of_the_offline_site_leads_to_a_file_in_it(
    pressed: Site, tmp_path: Path
) -> None:
    with zipfile.ZipFile(pressed.folder / offline.ARCHIVE) as archive:
        archive.extractall(tmp_path)
    folder = tmp_path / offline.FOLDER
    for path in folder.rglob("*.html"):
        text = path.read_text("utf-8")
        for link in re.findall(r'<a [^>]*href="([^"#?]*)[^"]*"', text):
            if link and not re.match(r"[a-z]+:", link):
                target = path.parent / link
                assert target.is_file(), f"{path.relative_to(folder)} links {link}"
        assert "Content-Security-Policy" not in text


def test_the_offline_site_is_read_and_searched_from_a_disk(
    chromium: Browser, pressed: Site, tmp_path: Path
) -> None:
    with zipfile.ZipFile(pressed.folder / offline.ARCHIVE) as archive:
        archive.extractall(tmp_path)
    said: list[str] = []
    with chromium.new_context() as context:
        page = context.new_page()
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto((tmp_path / offline.FOLDER / "index.html").as_uri())
        page.keyboard.press("/")
        page.keyboard.type("database is locked")
        found = page.locator(".md-search-result__item > .md-search-result__link").first
        to = re.compile("sqlite/locked/index.html")
        expect(found).to_have_attribute("href", to)
        found.click()
        expect(page.locator(".md-content h1")).to_contain_text("database is locked")
    assert not said, "\n".join(said)
