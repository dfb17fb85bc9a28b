"""Where a JSON text breaks, and what is whole before, held against Python's own json."""

import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from re import _constants, _parser  # type: ignore[attr-defined]  # no public way to the parts
from typing import Any

import pytest


@pytest.fixture(scope="module")
def scan(inspector: Any) -> Any:
    return inspector.records.jsons.scan


def breaks(data: bytes) -> bool:
    try:
        json.loads(data.decode())
    except (ValueError, RecursionError):
        return True
    return False


def test_it_breaks_where_python_says_and_what_is_whole_parses(scan: Any, thorough: int) -> None:
    whole = json.dumps(
        {"a": [1, -2.5e3, True, None, "é\\n", {"b": [[], {}, [0]], "c": ""}], "d": {"e": "f"}},
        ensure_ascii=False,
        indent=1,
    )
    chance = random.Random(7)
    broken = 0
    for _ in range(2000 * thorough):
        text = whole
        for _ in range(chance.choice((0, 1, 1, 2, 5))):
            at = chance.randrange(len(text) + 1)
            put = chance.choice(("", ",", "]", "}", "[", '"', "\\", "0", "1", "\n", "x", "N"))
            text = text[:at] + put + text[at + chance.randrange(3) :]
        text = text[: chance.choice((len(text), len(text), chance.randrange(len(text) + 1)))]
        found = scan(text.encode())
        assert (found.error is not None) == breaks(text.encode()), text
        if found.error is None:
            continue
        broken += 1
        if found.whole and found.error != "Extra data":
            json.loads(text.encode()[: found.whole] + found.closers)
    assert broken > 1000 * thorough


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ('{"a": [1, 2, {"b": 3, "c": "d', '{"a": [1, 2, {"b": 3}]}'),
        ('[{"a": 1}, {"a": ', '[{"a": 1}]'),
        ("[12, 34", "[12]"),
        ('[1, "x", tru', '[1, "x"]'),
        ('{"a": 1, "b', '{"a": 1}'),
        ('{"a"', ""),
        ("[[[", ""),
        ('{"a": 1} x', '{"a": 1}'),
    ],
)
def test_the_whole_part_of_a_cut_text_is_saved(
    inspector: Any, tmp_path: Path, text: str, whole: str
) -> None:
    path = tmp_path / "cut.json"
    path.write_text(text)
    saves = inspector.inspect(str(path))["saves"]
    assert bool(saves) == bool(whole)
    if whole:
        (tmp_path / "out").mkdir()
        made = inspector.save(str(path), "whole", str(tmp_path / "out"))
        assert Path(made["path"]).read_text() == f"{whole}\n"
        assert made["name"] == "cut.whole.json"


def test_whole_lines_are_saved_and_the_others_counted(inspector: Any, tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_bytes(b'{"a": 1}\n{"a"\n\n{"a": "\xc3\xa9"}\n{"a": ')
    assert "2 lines are whole, 2 not." in str(inspector.inspect(str(path)))
    (tmp_path / "out").mkdir()
    made = inspector.save(str(path), "whole", str(tmp_path / "out"))
    assert made["says"] == "2 lines written, 2 left out."
    assert Path(made["path"]).read_bytes() == b'{"a": 1}\n{"a": "\xc3\xa9"}\n'


def test_the_place_is_told_with_the_text_around_it(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{\n  "title": "Käse",\n  "year": 18 15\n}\n', "utf-8")
    found = inspect(path)["findings"]
    assert "Expecting ',' delimiter: line 3 column 14" in found[0]["text"]
    assert found[0]["code"] == '  "year": 18 15\n             ^'
    assert "Whole before it: 34 of" in found[1]["text"]


def test_what_only_python_reads_is_told(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"a": [NaN, -Infinity]}')
    assert "NaN or Infinity" in str(inspect(path)["findings"])
    path.write_text('{"a": "NaN"}')
    assert "NaN or Infinity" not in str(inspect(path)["findings"])


def parts(of: Any) -> Iterator[tuple[Any, Any]]:
    """Each operation of a parsed pattern, with what it is given."""
    if isinstance(of, _parser.SubPattern):
        for kind, given in of:
            yield kind, given
            yield from parts(given)
    elif isinstance(of, tuple | list):
        for each in of:
            yield from parts(each)


def differs_before_3_11_5(pattern: "re.Pattern[Any]") -> bool:
    """Whether a possessive repetition is of what can match in several ways.

    Before 3.11.5, Python then takes back what it must not (python/cpython#106052).
    """
    sure = {_constants.ATOMIC_GROUP, _constants.IN, _constants.LITERAL, _constants.NOT_LITERAL}
    return any(
        kind is _constants.POSSESSIVE_REPEAT
        and [each[0] in sure for each in given[2]] != [True]
        for kind, given in parts(_parser.parse(pattern.pattern))
    )


def test_no_pattern_is_one_that_an_older_python_reads_wrongly(inspector: Any) -> None:
    assert differs_before_3_11_5(re.compile("(?:ab|c)*+")) and differs_before_3_11_5(
        re.compile("(x(?:ab*)++)")
    )
    assert not differs_before_3_11_5(re.compile("(?>ab|c)*+ [ab]++ a?+"))
    modules = [
        each for name, each in sys.modules.items() if name.startswith(inspector.__name__)
    ]
    found = {
        f"{module.__name__}.{name}": value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern)
    }
    assert f"{inspector.__name__}.jsons._IN_LIST" in found
    assert [name for name, value in found.items() if differs_before_3_11_5(value)] == []
