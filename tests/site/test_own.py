"""Nothing here is copied: no file agrees with the theme or the standard library for long."""

import shutil
import sysconfig
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import material
import pytest

ROOT = Path(__file__).parents[2]
THEIRS = (Path(material.__file__).parent / "templates", Path(sysconfig.get_path("stdlib")))
KINDS = {".css", ".html", ".js", ".mjs", ".py"}
MADE = {"node_modules", "site-packages", "__pycache__", ".icons"}
MOST = 10  # lines in a row that may agree, and of a short file half, wherever they are
TELLING = 12  # characters of a line that others do not write by chance


def sources(*folders: Path) -> Iterator[Path]:
    """The sources in some folders, without what was installed into them."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in KINDS and not MADE & set(path.relative_to(folder).parts):
                yield path


def lines(path: Path) -> list[str]:
    """The lines of a file, each without the spaces in it; only those with a letter or digit."""
    text = path.read_text("utf-8", "replace")
    return ["".join(line.split()) for line in text.split("\n") if any(map(str.isalnum, line))]


def agreeing(ours: list[Path], theirs: Iterator[Path]) -> list[str]:
    """Return which file of ours has more of one of theirs than may agree.

    Args:
        ours: files.
        theirs: files that ours may be copied from.
    """
    own = {path: lines(path) for path in ours}
    runs = {
        tuple(found[at : at + MOST + 1]): path
        for path, found in own.items()
        for at in range(len(found) - MOST)
    }
    first = {run[0] for run in runs}
    of_line = defaultdict(set)
    for path, found in own.items():
        for line in found:
            if len(line) >= TELLING:
                of_line[line].add(path)
    said = []
    for path in theirs:
        found = lines(path)
        for at in (at for at, line in enumerate(found) if line in first):
            if copy := runs.get(tuple(found[at : at + MOST + 1])):
                said.append(f"{copy}: {MOST + 1} lines are those of {path}, from {found[at]!r}")
                break
        shared = Counter(each for line in set(found) for each in of_line.get(line, ()))
        for copy, count in shared.items():
            if 2 * count > len(set(own[copy])):
                said.append(f"{copy}: {count} of its lines are lines of {path}")
    return said


def test_nothing_is_copied_from_the_theme_or_the_standard_library() -> None:
    ours = list(sources(ROOT / "theme" / "overrides", ROOT / "web", ROOT / "docs" / "assets"))
    ours = [path for path in ours if "run" not in path.relative_to(ROOT).parts]
    assert len(ours) > 20
    assert agreeing(ours, sources(*THEIRS)) == []


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("search", 'role="dialog"', 'role="dialog" aria-label="Search"'),
        ("path", "{{ lang.t('nav') }}", "Breadcrumb"),
        ("source", ' data-md-component="source"', ""),
        ("palette", ' data-md-component="palette"', ""),
    ],
)
def test_a_template_with_a_few_words_changed_is_seen(
    name: str, before: str, after: str, tmp_path: Path
) -> None:
    source = THEIRS[0] / "partials" / f"{name}.html"
    text = source.read_text("utf-8")
    assert text.count(before) == 1
    copy = tmp_path / "copy.html"
    copy.write_text(text.replace(before, after), "utf-8")
    assert agreeing([copy], iter([source]))


def test_a_module_that_was_copied_is_seen(tmp_path: Path) -> None:
    copy = tmp_path / "ours.py"
    shutil.copyfile(THEIRS[1] / "dbm" / "dumb.py", copy)
    assert agreeing([copy], sources(THEIRS[1] / "dbm"))
