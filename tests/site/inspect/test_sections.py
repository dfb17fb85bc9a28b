"""Each finding leads to a section of the site that is there and is called so."""

import re
from pathlib import Path
from typing import Any

import pytest

DOCS = Path(__file__).parents[3] / "docs"


def anchor_of(title: str) -> str:
    """Return the anchor that a heading gets."""
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", title).strip().lower())


def headings(path: str) -> dict[str, str]:
    """Return the headings of a page by their anchors; that of the page by an empty one."""
    page = DOCS / f"{path.removesuffix('/')}.md"
    text = (page if page.is_file() else DOCS / path / "index.md").read_text("utf-8")
    text = re.sub(r"^(`{3,}).*?^\1$", "", text, flags=re.MULTILINE | re.DOTALL)
    found = re.findall(r"^(#+) (.+)$", text, re.MULTILINE)
    titles = [(level, title.replace("`", "")) for level, title in found]
    return {"" if level == "#" else anchor_of(title): title for level, title in titles}


def wrong(sections: dict[str, tuple[str, str] | None]) -> list[str]:
    """Return the findings that lead to no section, or to one of another name."""
    found = []
    for about, section in sections.items():
        path, _, anchor = (section or ("", ""))[0].partition("#")
        if section and headings(path).get(anchor) != section[1]:
            found.append(about)
    return found


def test_each_section_is_there_and_called_so(inspector: Any) -> None:
    sections = inspector.base.SECTIONS
    assert len([section for section in sections.values() if section]) > 15
    assert wrong(sections) == []


def test_a_section_of_another_name_is_seen() -> None:
    assert wrong({"a": ("sqlite/wal/#not-there", "x"), "b": ("pickle/", "Pickle")}) == [
        "a",
        "b",
    ]


def test_each_section_is_that_of_a_finding(inspector: Any) -> None:
    source = Path(inspector.__file__).parent
    texts = "".join(
        path.read_text("utf-8") for path in source.glob("*.py") if path.name != "sections.py"
    )
    assert [about for about in inspector.base.SECTIONS if f'"{about}"' not in texts] == []
    used = set(re.findall(r'\bfinding\(\s*"([\w-]+)"', texts))
    assert used <= set(inspector.base.SECTIONS)


def test_a_finding_without_an_entry_is_an_error(inspector: Any) -> None:
    with pytest.raises(KeyError):
        inspector.base.finding("forgotten", "text")
