"""Count what power cuts may leave of what a program saves.

    python power_loss.py [--check FILE.py] -- python mine.py

The program runs in a copy of this folder, and prints "saved" once its
data must be safe. The function check() of FILE.py, run in a folder that
a cut may leave, returns "old" or "new"; all else counts as torn. The
status is 1 if anything is torn or lost.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from calls import Unknown
from events import now
from judge import judge
from recorder import record
from states import Left, whole

COLUMNS = "tried", "whole", "torn", "lost"


class Count(NamedTuple):
    tried: int  # different folders
    whole: int  # of them: the check finds the old data or the new
    torn: int  # of them: it finds neither
    lost: int  # of them: old, after the program has said "saved"
    ways: int  # to such a folder; two may lead to the same
    all_tried: bool


def count(command, folder, check):
    """Run a command in a folder; count for names in order and not.

    The check is a program with a function check(), and what to pass.
    """
    events = record(command, folder)
    lefts = [Left(events, in_order) for in_order in (True, False)]
    if lefts[0].end != whole(*now(folder)):
        raise Unknown("a call that was not seen has changed the folder")
    folders = {each: None for left in lefts for each in left.folders}
    words = judge(check, list(folders))
    says = dict(zip(folders, words, strict=True))
    return [counted(left, says) for left in lefts]


def counted(left, says):
    torn = sum(says[each] == "torn" for each in left.folders)
    after = [each for each in left.folders if left.folders[each]]
    lost = sum(says[each] == "old" for each in after)
    tried = len(left.folders)
    ways = left.ways, left.all_tried
    return Count(tried, tried - torn, torn, lost, *ways)


def heads():
    """Print the heads of a table."""
    print(f"{'':19}names in order         any subset of names")
    print(f"{'':19}" + "".join(f"{head:>6}" for head in COLUMNS * 2))


def row(name, counts):
    """Print a line of the table, and one more if it is of a sample."""
    cells = (f"{number:6}" for each in counts for number in each[:4])
    print(f"{name:19}" + "".join(cells))
    if not all(each.all_tried for each in counts):
        ways = max(each.ways for each in counts)
        print(f"  (a sample: there are {ways:,} ways to such a folder)")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", default="check.py")
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place, "copy")
        cache = shutil.ignore_patterns("__pycache__")
        shutil.copytree(".", copy, ignore=cache)
        check = [Path(options.check).resolve()]
        counts = count(options.command, copy, check)
    heads()
    row(options.command[-1], counts)
    return any(each.torn or each.lost for each in counts)


if __name__ == "__main__" and len(sys.argv) > 1:
    sys.exit(main())
