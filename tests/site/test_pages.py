"""Each page has the anatomy of a page."""

import itertools
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from twicetold.base.project import Project
from twicetold.read import snippet

PROJECT = Project(Path(__file__).parents[2])
KEYS = [PROJECT.key(path) for path in PROJECT.pages()]
PROGRAMS = [
    PROJECT.name(path)
    for path in sorted(PROJECT.snippets.rglob("*"))
    if path.suffix in {".py", ".sh"}
]


def parts(key: str) -> tuple[dict[str, Any], str]:
    """Return a page's front matter and its Markdown."""
    _, head, body = PROJECT.page(key).read_text("utf-8").split("---\n", 2)
    return yaml.safe_load(head), body


def prose(body: str) -> str:
    """Return a page's text without fences, comments, drawings and link targets."""
    body = re.sub(r"^( *)(```+).*?^\1\2$", "", body, flags=re.MULTILINE | re.DOTALL)
    body = re.sub(r"<svg.*?</svg>|<!--.*?-->", "", body, flags=re.DOTALL)
    return re.sub(r"\]\([^)]*\)", "]", body)


@pytest.mark.parametrize("key", KEYS)
def test_front_matter_tells_title_description_and_tags(key: str) -> None:
    head, body = parts(key)
    heading = re.search(r"^# (.+)$", body, re.MULTILINE)
    assert heading and (key == "index" or head["title"] == heading[1]), "menu, search and page"
    assert 50 <= len(head["description"]) <= 170, len(head["description"])
    if key != "blog/index":
        assert head["tags"] == sorted(map(str.lower, head["tags"]), key=head["tags"].index)


def test_no_two_pages_have_the_same_title_or_description() -> None:
    heads = [parts(key)[0] for key in KEYS]
    for name in ("title", "description"):
        values = [head[name] for head in heads]
        assert len(set(values)) == len(values), name


@pytest.mark.parametrize("key", KEYS)
def test_there_is_one_heading_of_the_first_rank_and_no_rank_is_left_out(key: str) -> None:
    ranks = [
        len(mark) for mark in re.findall(r"^(?:- )?(#+) ", prose(parts(key)[1]), re.MULTILINE)
    ]
    assert ranks[0] == 1
    assert ranks.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(ranks))


@pytest.mark.parametrize("key", KEYS)
def test_the_prose_is_at_most_1500_words(key: str) -> None:
    assert len(prose(parts(key)[1]).split()) <= 1500


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_is_at_most_72_columns_wide(name: str) -> None:
    lines = (PROJECT.root / name).read_text("utf-8").splitlines()
    wide = [
        f"{name}:{n}: {len(line)} columns" for n, line in enumerate(lines, 1) if len(line) > 72
    ]
    assert not wide, "\n".join(wide)


def test_the_upgrade_starts_from_the_package_of_the_tutorial() -> None:
    shipped = PROJECT.snippets / "tutorial" / "ship" / "src"
    upgraded = PROJECT.snippets / "packaging" / "upgrade" / "v1" / "src"
    name = "readinglist/__init__.py"
    sources = [
        snippet.read((folder / name).read_bytes(), name).text for folder in (shipped, upgraded)
    ]
    assert sources[0].split() == sources[1].split()
