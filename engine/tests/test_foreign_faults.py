"""Faults of public pages, told in our own words: each is red, and green once it is fixed."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from twicetold.foreign import play, sort
from twicetold.foreign.model import Block, Ended
from twicetold.run.patience import HANGS

RESULTS = (Path(__file__).parents[1] / "RESULTS.md").read_text("utf-8")


@dataclass(frozen=True)
class Fault:
    """A fault of the kind that a public page has.

    Args:
        place: of the page's: repository, file and line, as the table has it.
        fences: that have the same fault; the last is red.
        ended: how.
        detail: what is said of it, in part.
        old: in the fences, what is wrong.
        new: what is right.
    """

    place: str
    fences: list[str]
    ended: Ended
    detail: str
    old: str
    new: str


FAULTS = [
    Fault(
        "pydantic/pydantic docs/errors/validation_errors.md:226",
        ["try:\n    int(False)\nexcept ValueError:\n    print('no number')\n    #> no number"],
        Ended.DIFFERS,
        "shown 'no number', printed ''",
        "int(False)",
        "int('')",
    ),
    Fault(
        "wilfredinni/python-cheatsheet docs/cheatsheet/exception-handling.md:25",
        [">>> 9 / 3\n3"],
        Ended.DIFFERS,
        "shown '3', printed '3.0'",
        "9 / 3",
        "9 // 3",
    ),
    Fault(
        "wilfredinni/python-cheatsheet docs/blog/python-comprehensions-step-by-step.md:44",
        [">>> [print(word) for word in ('a', 'b')]\na\nb"],
        Ended.DIFFERS,
        "printed 'a b [None, None]'",
        "[print(word) for word in ('a', 'b')]",
        "print('a\\nb')",
    ),
    Fault(
        "python-pendulum/pendulum docs/docs/duration.md:122",
        [
            "from datetime import timedelta\nspan = timedelta(weeks=1, days=7)",
            ">>> span.days\n7",
        ],
        Ended.DIFFERS,
        "shown '7', printed '14'",
        ", days=7",
        "",
    ),
    Fault(
        "python-pendulum/pendulum docs/docs/parsing.md:106",
        [">>> from datetime import date\n>>> date(2012, 5, 3)\ndatetime.date(2012, 05, 03)"],
        Ended.DIFFERS,
        "printed 'datetime.date(2012, 5, 3)'",
        "05, 03",
        "5, 3",
    ),
    Fault(
        "python-pendulum/pendulum docs/docs/timezones.md:140",
        ["import math\n\nmath.PI"],
        Ended.RAISED,
        "has no attribute 'PI'",
        "PI",
        "pi",
    ),
    Fault(
        "zarr-developers/zarr-python docs/user-guide/storage.md:18",
        ["from pathlib import Path\n\nPath('notes').mkdir()"],
        Ended.AGAIN,
        "FileExistsError",
        "mkdir()",
        "mkdir(exist_ok=True)",
    ),
    Fault(
        "dynaconf/dynaconf docs/configuration.md:469",
        ["port = int('PORT' or 8080)"],
        Ended.RAISED,
        "invalid literal for int()",
        "'PORT'",
        "''",
    ),
    Fault(
        "satwikkansal/wtfpython README.md:3377",
        [">>> 1 == 1; 2 == 2\nTrue"],
        Ended.DIFFERS,
        "shown 'True', printed 'True True'",
        "1 == 1; ",
        "",
    ),
    Fault(
        "satwikkansal/wtfpython README.md:2071",
        [">>> colours = {'b': 1}\n>>> colours['a'] = 2\n>>> colours\n{'a': 2, 'b': 1}"],
        Ended.DIFFERS,
        "printed \"{'b': 1, 'a': 2}\"",
        "{'a': 2, 'b': 1}",
        "{'b': 1, 'a': 2}",
    ),
]


def last(fences: list[str]) -> Block:
    """Return the last block of a page with these fences, after it was run."""
    text = "\n\nText.\n\n".join(f"```python\n{each}\n```" for each in fences)
    page = sort.read("a.md", text)
    play.play(page, play.How(HANGS))
    return page.blocks[-1]


@pytest.mark.parametrize("fault", FAULTS, ids=[each.place for each in FAULTS])
def test_a_fault_of_a_public_page_is_red_until_it_is_fixed(fault: Fault) -> None:
    block = last(fault.fences)
    assert (block.ended, fault.detail in block.detail) == (fault.ended, True), block.detail
    fixed = last([each.replace(fault.old, fault.new) for each in fault.fences])
    assert fixed.ended is Ended.PASSED, fixed.detail


@pytest.mark.parametrize("fault", FAULTS, ids=[each.place for each in FAULTS])
def test_the_results_name_each_fault_with_its_place(fault: Fault) -> None:
    repository, _, place = fault.place.partition(" ")
    file, _, line = place.rpartition(":")
    table = RESULTS.partition("## Ten faults")[2].partition("\n## ")[0]
    assert f"/{repository}/blob/" in table and f"/{file}?plain=1#L{line})" in table


def test_each_block_that_fails_was_looked_at_by_hand() -> None:
    lines = [line.strip("|").split("|") for line in RESULTS.splitlines() if line[:1] == "|"]
    heads, *rows = ([cell.strip() for cell in line] for line in lines)
    total = next(row for row in rows if row[0] == "all")
    kinds = ("raised", "output differs", "second run differs", "timed out")
    failed = {kind: int(total[heads.index(kind)]) for kind in kinds}
    looked = RESULTS.partition("| block | how it ended")[2].partition("\n## ")[0]
    assert {kind: looked.count(f") | {kind} | ") for kind in kinds} == failed
