"""What single steps over the built site do with a few files."""

import gzip
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import brotli
import pytest

from press.kept import kept
from press.markup import Html
from press.pack import bundle, compress
from press.site import Site, write
from twicetold.base.project import Project
from twicetold.run.patience import HANGS

ROOT = Path(__file__).parents[2]


@pytest.fixture
def built(tmp_path: Path, project: Project) -> Callable[[dict[str, str]], Site]:
    """A function that makes a built site of some files."""

    def make(files: dict[str, str]) -> Site:
        site = Site(tmp_path / "site", project, tmp_path / "cache", quality=1)
        for name, text in files.items():
            path = site.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="")
        return site

    return make


@pytest.mark.parametrize(
    "sign", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\r", "\r\n"]
)
def test_a_tag_is_changed_where_it_is_whatever_stands_before_it(sign: str) -> None:
    text = f"<pre>a{sign}b</pre>\n{sign}<p class='x'>hi</p>"
    html = Html(text)
    html.change(lambda tag: tag.with_attribute("id", "1") if tag.name == "p" else tag)
    assert str(html) == f"<pre>a{sign}b</pre>\n{sign}<p class='x' id=\"1\">hi</p>"


def test_equal_files_have_their_copies_each(built: Callable[[dict[str, str]], Site]) -> None:
    text = "the same in each\n" * 100
    site = built({f"{number}.txt": text for number in range(20)})
    compress.press(site)
    for number in range(20):
        packed, zipped = (site.folder / f"{number}.txt{end}" for end in (".br", ".gz"))
        assert brotli.decompress(packed.read_bytes()) == text.encode()
        assert gzip.decompress(zipped.read_bytes()) == text.encode()


def test_what_two_make_at_once_is_kept_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = Barrier(2)
    replace = Path.replace

    def once_both_are_written(draft: Path, path: Path) -> Path:
        both.wait(HANGS)
        return replace(draft, path)

    monkeypatch.setattr(Path, "replace", once_both_are_written)
    path = tmp_path / "cache" / "a"
    with ThreadPoolExecutor(2) as pool:
        made = [pool.submit(kept, path, lambda: b"made") for _ in range(2)]
    assert [each.result().read_bytes() for each in made] == [b"made"] * 2
    assert [each.name for each in path.parent.iterdir()] == ["a"]


def test_a_copy_that_cannot_be_written_ends_the_build(
    built: Callable[[dict[str, str]], Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(brotli, "compress", full)
    with pytest.raises(OSError, match="No space"):
        compress.press(built({"a.txt": "a\n" * 500}))


@pytest.mark.parametrize("head", ["", "---\n---\n", "---\n\n---\n", "---\n# later\n---\n"])
def test_a_page_whose_head_says_nothing_has_no_settings(tmp_path: Path, head: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text(f"{head}# A\n", "utf-8")
    assert Site(tmp_path, Project(tmp_path), tmp_path).front_matter("a") == {}


def test_joined_style_sheets_find_what_each_names_beside_itself(
    built: Callable[[dict[str, str]], Site],
) -> None:
    page = (
        '<head><link rel="canonical" href="{}">'
        '<link rel="stylesheet" href="assets/one.css">'
        '<link rel="stylesheet" href="assets/run/two.css"></head>'
    )
    site = built(
        {
            "index.html": page.format(built({}).url),
            "assets/one.css": '@import "first.css";\na { background: url(mark.svg) }',
            "assets/first.css": "b { color: red }",
            "assets/run/two.css": 'i { background: url("../mark.svg#a"); src: url(own.svg) }',
            "assets/mark.svg": "<svg/>",
            "assets/run/own.svg": "<svg/>",
        }
    )
    bundle.press(site)
    write(site)
    joined = (site.folder / "assets/one.css").read_text("utf-8")
    places = [joined.index(each) for each in ("b {", "./mark.svg", "./mark.svg#a", "./run/own")]
    assert places == sorted(places)
    assert "@import" not in joined
    assert "two.css" not in (site.folder / "index.html").read_text("utf-8")
    files = [path.name for path in site.folder.rglob("*.svg")]
    assert sorted(files) == ["mark.svg", "own.svg"]


def test_a_module_is_joined_with_what_it_imports_but_for_what_it_imports_later(
    built: Callable[[dict[str, str]], Site],
) -> None:
    page = f'<head><link rel="canonical" href="{built({}).url}">'
    page += '<script type="module" src="a.js"></script></head>'
    script = """
        import { b } from "./b.js";
        /** @param {import("./b.js").B} a */
        export const a = async a => b(a, await import("./c.js"));
    """
    site = built(
        {"index.html": page, "a.js": script, "b.js": "export const b = (...all) => all;"}
    )
    (site.folder / "c.js").write_text("export const c = 1;", "utf-8")
    bundle.press(site)
    joined = (site.folder / "a.js").read_text("utf-8")
    assert "./b.js" not in joined
    assert 'import("./c.js")' in joined


def test_a_style_sheet_that_names_what_is_not_there_ends_the_build(
    built: Callable[[dict[str, str]], Site],
) -> None:
    page = f'<head><link rel="canonical" href="{built({}).url}">'
    page += '<link rel="stylesheet" href="assets/one.css"></head>'
    site = built({"index.html": page, "assets/one.css": "a { background: url(gone.svg) }"})
    with pytest.raises(bundle.BundleError, match=r"gone\.svg"):
        bundle.press(site)
