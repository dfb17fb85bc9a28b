"""The steps over the built site read, parse and write each page once."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable

import lxml.html
import pytest

from press import markup
from press.site import Site
from press.steps import STEPS
from tests.support import below

opened: list[tuple[str, str]] = []


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A small site, built and not pressed."""

    def note(event: str, what: tuple[object, ...]) -> None:
        if event == "open":
            opened.append((str(what[0]), str(what[1])))

    sys.addaudithook(note)  # stays for good, as each does
    return below.make_unpressed(tmp_path_factory.mktemp("unpressed"))


def counted(
    site: Site, steps: Iterable[Callable[[Site], None]], monkeypatch: pytest.MonkeyPatch
) -> dict[str, Counter[str]]:
    """Return how often steps read, parse, make a tree of, and write each page of a site."""
    pages = {str(path) for path in site.folder.rglob("*.html")}
    given: dict[str, list[str]] = {"parsed": [], "tree": []}

    def noting(name: str, function: Callable[..., object]) -> Callable[..., object]:
        def call(text: str | bytes) -> object:
            whole = text.decode() if isinstance(text, bytes) else text
            if "</head>" in whole and "http-equiv=refresh" not in whole.replace('"', ""):
                given[name].append(whole.partition("<link rel=")[2].partition(">")[0])
            return function(text)

        return call

    with monkeypatch.context() as patched:
        patched.setattr(markup, "parts", noting("parsed", markup.parts))
        patched.setattr(lxml.html, "fromstring", noting("tree", lxml.html.fromstring))
        opened.clear()
        for step in steps:
            step(site)
        seen = [(path, mode) for path, mode in opened if path in pages]
    return {
        "read": Counter(path for path, mode in seen if mode.startswith("r")),
        "written": Counter(path for path, mode in seen if mode.startswith("w")),
    } | {name: Counter(texts) for name, texts in given.items()}


def test_each_page_is_read_parsed_and_written_once(
    built: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = counted(built, STEPS, monkeypatch)
    for what, count in counts.items():
        assert len(count) >= len(below.PAGES), what
        assert set(count.values()) == {1}, (what, count)


def test_a_step_that_reads_and_parses_the_pages_again_is_noticed(
    built: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def again(site: Site) -> None:
        for page in site.pages:
            lxml.html.fromstring(str(markup.Html(page.path.read_text("utf-8"))))

    fresh = Site(built.folder, built.project, built.cache)
    counts = counted(fresh, (again,), monkeypatch)
    for what in ("read", "parsed", "tree"):
        assert list(counts[what].values()).count(2) == len(fresh.pages), what
