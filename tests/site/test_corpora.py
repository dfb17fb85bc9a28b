"""The table of public sites says what the engine found; its count is not believed alone."""

import dataclasses
import sys
from pathlib import Path

import pytest

from ops.bench import corpora, corpora_pages, corpora_table
from ops.bench.corpora import Site

PAGE = """# A

```python
print(1)
#> 1
```

```python
print(1)
#> 2
```

```python
1 / 0
```

```py
import os
os.mkdir("a")
```

```
>>> nowhere
1
```

````md
```python
shown, not run
```
````
"""
ROOT = Path(__file__).parents[2]
NESTED = {"docs/a.md:28": "in a fence of four marks"}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a checkout of one site of one page."""
    root = tmp_path_factory.mktemp("checkouts")
    (root / "toy" / "docs").mkdir(parents=True)
    (root / "toy" / "docs" / "a.md").write_text(PAGE, "utf-8")
    return root


@pytest.fixture(scope="module")
def site(root: Path) -> Site:
    digest = corpora_pages.digest(corpora_pages.texts(root / "toy" / "docs"))
    return Site("toy", "a/toy", "0" * 40, "docs", digest, apart=NESTED)


@pytest.fixture(scope="module")
def row(root: Path, site: Site) -> corpora_table.Row:
    python = Path(sys.executable)
    green = corpora.ratchet(site, root, python)
    return corpora.row(site, root, corpora.run(site, root, python), green)


def test_the_table_has_each_block_once_and_says_what_became_of_it(
    row: corpora_table.Row, tmp_path: Path
) -> None:
    file = tmp_path / "RESULTS.md"
    marks = f"{corpora_table.BEGIN}\nold\n{corpora_table.END}"
    file.write_text(f"# Before\n{marks}\nAfter\n", "utf-8")
    corpora_table.write([row, row], file)
    text = file.read_text("utf-8")
    numbers = "1 | 5 | 6 | 4 | 1 | 0 | 0 | 1 | 1 | 1 | 0 | 1 | 0 | {} | 0".format(
        row.found["sums"]["processes"]
    )
    assert numbers in text and "| all | | 2 | 10 | 12 | 8 | 2 |" in text
    assert "| names that nothing above defines | 1 | 1 | 2 |" in text
    assert "- `toy/docs/a.md:28`: in a fence of four marks" in text
    assert text.startswith("# Before\n") and text.endswith("\nAfter\n") and "old" not in text


def test_a_site_with_which_nothing_can_begin_is_red(root: Path, site: Site) -> None:
    elsewhere = dataclasses.replace(site, pages="nowhere")
    assert not corpora.ratchet(elsewhere, root, Path(sys.executable))


def test_a_difference_of_the_two_counts_needs_a_reason(
    row: corpora_table.Row, root: Path, site: Site
) -> None:
    silent = dataclasses.replace(site, apart={})
    with pytest.raises(SystemExit, match=r"toy/docs/a\.md:28: counted alone"):
        corpora.row(silent, root, row.found, True)
    old = dataclasses.replace(site, apart={**NESTED, "docs/a.md:3": "old"})
    with pytest.raises(SystemExit, match=r"toy/docs/a\.md:3: no difference"):
        corpora.row(old, root, row.found, True)


def test_a_block_that_the_engine_loses_is_named(
    row: corpora_table.Row, root: Path, site: Site
) -> None:
    fewer = {**row.found, "blocks": row.blocks[1:]}
    with pytest.raises(SystemExit, match=r"toy/docs/a\.md:3: counted alone"):
        corpora.row(site, root, fewer, True)


def test_a_reason_of_no_known_kind_is_refused(row: corpora_table.Row) -> None:
    blocks = [{"ended": "not run", "reason": "it is Friday"}]
    odd = dataclasses.replace(row, found={**row.found, "blocks": blocks})
    with pytest.raises(ValueError, match="it is Friday"):
        assert odd.reasons


def test_a_sample_is_drawn_by_its_seed_and_shows_each_block(
    row: corpora_table.Row, root: Path
) -> None:
    drawn = list(corpora.sample([row], root, 50))
    assert drawn == list(corpora.sample([row], root, 50)) and len(drawn) == 3
    assert any("```python\n1 / 0\n```\n" in each for each in drawn)
    assert len(list(corpora.sample([row], root, 2))) == 2


def test_a_page_that_was_changed_is_not_the_one_that_is_pinned(root: Path, site: Site) -> None:
    pages = corpora_pages.texts(root / "toy" / "docs")
    assert corpora_pages.digest(pages) == site.digest
    assert corpora_pages.digest({"a.md": pages["a.md"] + "\n"}) != site.digest
    assert corpora_pages.digest({"b.md": pages["a.md"]}) != site.digest


def test_the_results_are_of_the_sites_in_the_list() -> None:
    text = (ROOT / "engine" / "RESULTS.md").read_text("utf-8")
    every = corpora.sites()
    assert len(every) == 8
    assert [
        each.name for each in every if f"{each.repository}/tree/{each.commit}" not in text
    ] == []
