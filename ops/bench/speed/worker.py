"""Run one sample of a question in the current folder, and print what it took.

It imports as little as it can: a question may be what an import takes.
"""

import sys
from importlib import import_module


def main(folder: str, verb: str, name: str, variant: str, size: str) -> None:
    """Run the function `make` or `sample` of a program.

    Args:
        folder: with the programs.
        verb: which function.
        name: of the program.
        variant: what it is to do.
        size: of it.
    """
    sys.path.insert(0, folder)
    question = import_module(name)
    if verb == "make":
        question.make(variant, int(size))
        return
    timed = import_module("timed").Timed()
    part = question.sample(timed, variant, int(size))
    print(repr({"seconds": timed.seconds, "part": part}))


if __name__ == "__main__":
    main(*sys.argv[1:])
