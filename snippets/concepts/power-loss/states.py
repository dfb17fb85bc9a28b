"""Make the folders that a power cut may leave."""

import random
from itertools import compress, product
from math import prod

from events import FOLDER
from model import Disk

SEED = 1
ALL = 5_000  # up to so many choices, all are tried
SOME = 500  # of more, so many by chance


class Left:
    """What power cuts during a program may leave."""

    def __init__(self, events, names_in_order):
        self.folders = {}  # each: can it be left after "saved"?
        self.ways = 0  # to such a folder; two may lead to the same
        self.all_tried = True
        self.chance = random.Random(SEED)
        disk = Disk(names_in_order)
        saved = False
        for event, *arguments in [*events, ("end",)]:
            saved = saved or event == "saved"
            # A sync takes choices away, and all else adds some: it is
            # enough to look before each sync and at the end.
            if event == "end" or event.startswith("sync"):
                self._cut(disk, saved)
            if event not in ("end", "saved"):
                getattr(disk, event)(*arguments)
            self._add(*disk.newest(), saved)
        self.end = whole(*disk.newest())

    def _cut(self, disk, saved):
        contents, ways = {FOLDER: [None]}, {FOLDER: 1}
        for number, file in disk.files.items():
            choices = list(file.choices())
            ways[number] = sum(prod(map(len, c)) for _, c in choices)
            contents[number] = list(
                {
                    b"".join(sectors)[:size]: None
                    for size, parts in choices
                    for sectors in self._some(parts, ways[number])
                }
            )
        for names in self._names(disk):
            files = sorted(set(names.values()))
            self.ways += prod(ways[number] for number in files)
            lists = [contents[number] for number in files]
            for each in self._some(lists, prod(map(len, lists))):
                self._add(
                    names, dict(zip(files, each, strict=True)), saved
                )

    def _names(self, disk):
        """Yield what the names may be."""
        waiting = disk.waiting()
        if disk.names_in_order:
            for count in range(len(waiting) + 1):
                yield disk.names(waiting[:count])
        else:
            choices = [[False, True]] * len(waiting)
            for made in self._some(choices, 2 ** len(waiting)):
                yield disk.names(set(compress(waiting, made)))

    def _some(self, choices, ways):
        """Yield one of each choice, in all ways or in some of them."""
        if ways <= ALL:
            yield from product(*choices)
            return
        self.all_tried = False
        for age in (0, -1):  # all of them old or new, but for one
            same = [each[age] for each in choices]
            for place, each in enumerate(choices):
                for one in each:
                    yield [*same[:place], one, *same[place + 1 :]]
        for _ in range(SOME):
            yield [self.chance.choice(each) for each in choices]

    def _add(self, names, contents, saved):
        folder = whole(names, contents)
        self.folders[folder] = self.folders.get(folder, False) or saved


def whole(names, contents):
    """Return the names of a folder in order, each with its content."""
    return tuple(
        (name, contents[names[name]]) for name in sorted(names)
    )
