"""The built HTML is valid, and its headings and landmarks can be walked."""

import itertools
import json
import re
import subprocess
import tomllib
from collections import Counter
from pathlib import Path

import lxml.html
import pytest

from ops.tools import machine

ROOT = Path(__file__).parents[2]
VALIDATOR = ROOT / "ops" / "audit" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
THEIRS = tomllib.loads((ROOT / "guide" / "lists" / "theme-faults.toml").read_text("utf-8"))[
    "markup"
]


def pages(site: Path) -> list[Path]:
    """The HTML files that are pages of the theme."""
    found = [path for path in site.rglob("*.html") if b"<article" in path.read_bytes()]
    return sorted(found)


def validate(paths: list[Path]) -> list[tuple[Path, int, str]]:
    """Return the errors that the W3C's validator finds: file, line, message."""
    if not VALIDATOR.exists():
        pytest.fail("no validator: type `make ops/audit/installed`", pytrace=False)
    done = subprocess.run(
        [
            machine.where("java"),
            "-jar",
            str(VALIDATOR),
            "--format",
            "json",
            "--errors-only",
            *paths,
        ],
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    said = json.loads(done.stderr)["messages"]
    return [
        (Path(each["url"].removeprefix("file:")), each["lastLine"], each["message"])
        for each in said
    ]


@pytest.mark.needs("java")
def test_the_html_is_valid_but_for_what_is_the_themes(site: Path) -> None:
    seen = set()
    ours = []
    for path, line, message in validate(sorted(site.rglob("*.html"))):
        theirs = [each["says"] for each in THEIRS if message.startswith(each["says"])]
        seen.update(theirs)
        if not theirs:
            ours.append(f"{path.relative_to(site)}:{line}: {message}")
    assert not ours, "\n".join(ours)
    fixed = {each["says"] for each in THEIRS} - seen
    assert not fixed, (
        f"no page has this now; take it out of guide/lists/theme-faults.toml: {fixed}"
    )


@pytest.mark.needs("java")
def test_an_error_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="en"><title>A</title><p><h2>B</p></h2>', "utf-8")
    assert [line for _, line, _ in validate([page])] != []


def test_each_page_has_one_first_heading_and_leaves_out_no_level(site: Path) -> None:
    assert pages(site)
    for path in pages(site):
        assert outline(path.read_text("utf-8")) is None, path.relative_to(site)


def test_a_level_left_out_is_found() -> None:
    assert outline("<main><h1>A</h1><h3>B</h3></main>") == "h3 follows h1: B"
    assert outline("<main><h1>A</h1><h1>B</h1></main>") == "2 h1"


def outline(text: str) -> str | None:
    """Return what is wrong with the headings of a page's main part, or None."""
    main = lxml.html.fromstring(text).xpath("//main")[0]
    headings = main.xpath(".//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5]")
    tags = Counter(heading.tag for heading in headings)
    if tags["h1"] != 1:
        return f"{tags['h1']} h1"
    for before, after in itertools.pairwise(headings):
        if int(after.tag[1]) > int(before.tag[1]) + 1:
            return f"{after.tag} follows {before.tag}: {after.text_content()}"
    return None


def test_each_page_has_its_landmarks_and_its_language(site: Path) -> None:
    for path in pages(site):
        tree = lxml.html.fromstring(path.read_text("utf-8"))
        assert tree.get("lang") == "en", path
        counts = {name: len(tree.xpath(f"//{name}")) for name in ("main", "header", "footer")}
        assert counts["main"] == 1, path
        assert counts["header"] >= 1 and counts["footer"] >= 1, path
        skip = tree.xpath("//a[contains(@class, 'md-skip')]/@href")
        for target in skip:
            assert tree.xpath("//*[@id=$id]", id=target.removeprefix("#")), f"{path}: {target}"
        for image in tree.xpath("//article//img"):
            assert image.get("alt") is not None, f"{path}: {image.get('src')}"


def test_what_main_html_changes_in_the_theme_is_changed(site: Path) -> None:
    for path in pages(site):
        tree = lxml.html.fromstring(path.read_text("utf-8"))
        assert tree.xpath("//*[@role='dialog']/@aria-label") == ["Search"], path
        assert tree.xpath("//form[@class='md-header__option']") != [], path
        assert tree.xpath("//a[@class='md-source']") != [], path
        told = tree.xpath("//@data-md-component")
        assert "search" in told and not {"palette", "source"} & set(told), path


def test_each_reason_is_given() -> None:
    for each in THEIRS:
        assert re.search(r"\w+ \w+ \w+", each["reason"]), each
