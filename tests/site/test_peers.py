"""The pages with which tools are compared are right and wrong as they say."""

import re
from pathlib import Path

from ops.bench.judged import PAGES, written
from ops.bench.peers import OURS, TOOLS, tables
from toy_site import collect


def test_the_engine_passes_the_right_pages_and_refuses_the_wrong_ones(tmp_path: Path) -> None:
    ours = next(tool for tool in TOOLS if tool.page == OURS)
    (tmp_path / "pyproject.toml").write_text("[tool.twicetold]\ntimeout = 1\n", "utf-8")
    (tmp_path / "docs").mkdir()
    for number, page in enumerate(PAGES):
        text = written(page.blocks, *ours.ways)
        (tmp_path / "docs" / f"{number}.md").write_text(text, "utf-8")
    said = collect(tmp_path, "-q", "-rfE", "docs").stdout
    refused = {
        int(found) for found in re.findall(r"^(?:FAILED|ERROR) docs/(\d+)\.md", said, re.M)
    }
    wrong = {number for number, page in enumerate(PAGES) if not page.right}
    assert refused == wrong, [PAGES[each].what for each in refused ^ wrong] + [said]


def test_the_tables_say_who_judged_what_wrongly() -> None:
    wrong, right = (
        next(page for page in PAGES if page.right is kind) for kind in (False, True)
    )
    text = tables({"good 1.0": [], "bad 2.0": [wrong, right], "worse 3.0": [wrong]})
    lines = text.splitlines()
    assert "| good 1.0 | 0 | 0 |" in lines and "| bad 2.0 | 1 | 1 |" in lines
    assert f"| {wrong.what} | bad, worse |" in lines and f"| {right.what} | bad |" in lines
    assert text.count("| none |") == len(PAGES) - 2
