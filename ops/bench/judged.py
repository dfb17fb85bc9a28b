"""Small pages that are right or wrong for a reader, for any tool that checks Markdown.

A reader copies the programs of a page into files, and runs them in order, in one folder.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from textwrap import dedent

Block = tuple[str, str | None]  # a program, and its output where the page shows one


@dataclass(frozen=True)
class Judged:
    """A page.

    Args:
        what: what is right or wrong with it.
        right: whether a reader gets what it shows, each time.
        blocks: its programs.
    """

    what: str
    right: bool
    blocks: tuple[Block, ...]


def _page(what: str, right: bool, *blocks: Block) -> Judged:
    return Judged(
        what, right, tuple((dedent(text).lstrip(), output) for text, output in blocks)
    )


PAGES = [
    _page("a program is no Python", False, ("print('a'\n", None)),
    _page("a program fails", False, ("import json\njson.loads('{')\n", None)),
    _page("a program ends with status 1", False, ("import sys\nsys.exit(1)\n", None)),
    _page("a program never ends", False, ("while True:\n    pass\n", None)),
    _page("the output shown is an old one", False, ("print(2 + 2)\n", "5")),
    _page(
        "the second run of a program fails",
        False,
        (
            "with open('new.txt', 'x') as file:\n    _ = file.write('tea')\nprint('saved')\n",
            "saved",
        ),
    ),
    _page(
        "the second run of a program prints something else",
        False,
        (
            """
            with open('log.txt', 'a+') as file:
                _ = file.write('tea\\n')
                _ = file.seek(0)
                print(len(file.readlines()))
            """,
            "1",
        ),
    ),
    _page(
        "what is shown as kept was only in memory",
        False,
        ("import os\nos.environ['TEA'] = 'green'\nprint('kept')\n", "kept"),
        ("import os\nprint(os.environ.get('TEA'))\n", "green"),
    ),
    _page(
        "a program leaves a process behind",
        False,
        (
            """
            import subprocess
            import sys
            from subprocess import DEVNULL
            command = [sys.executable, '-c', 'import time; time.sleep(30)']
            left = subprocess.Popen(command, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL)
            print('started')
            """,
            "started",
        ),
    ),
    _page(
        "a program reads the file of the one above",
        True,
        ("with open('tea.txt', 'w') as file:\n    _ = file.write('green')\n", None),
        ("with open('tea.txt') as file:\n    print(file.read())\n", "green"),
    ),
    _page(
        "a program saves at its end, by atexit",
        True,
        (
            """
            import atexit
            def save():
                with open('tea.txt', 'w') as file:
                    _ = file.write('green')
            _ = atexit.register(save)
            """,
            None,
        ),
        ("with open('tea.txt') as file:\n    print(file.read())\n", "green"),
    ),
    _page("a main guard", True, ("if __name__ == '__main__':\n    print('here')\n", "here")),
    _page(
        "a program ends with status 0",
        True,
        ("import sys\nprint('done')\nsys.exit()\n", "done"),
    ),
    _page(
        "an object is pickled by one program and loaded by the next",
        True,
        (
            """
            import pickle
            class Tea:
                kind = 'green'
            with open('tea.pickle', 'wb') as file:
                pickle.dump(Tea(), file)
            """,
            None,
        ),
        (
            """
            import pickle
            class Tea:
                kind = 'black'
            with open('tea.pickle', 'rb') as file:
                print(pickle.load(file).kind)
            """,
            "black",
        ),
    ),
    _page(
        "two programs work in the same folder",
        True,
        ("import os\nos.makedirs('cups', exist_ok=True)\nos.chdir('cups')\n", None),
        ("import os\nprint(os.path.exists('cups'))\n", "True"),
    ),
    _page(
        "a program starts another process of itself",
        True,
        (
            """
            import multiprocessing
            def brew():
                print('green', flush=True)
            if __name__ == '__main__':
                process = multiprocessing.get_context('spawn').Process(target=brew)
                process.start()
                process.join()
            """,
            "green",
        ),
    ),
]


def written(blocks: Iterable[Block], as_block: Callable[[str, str | None], str]) -> str:
    """Return a page in the markup of a tool.

    Args:
        blocks: the programs.
        as_block: writes one of them.
    """
    return "\n".join(["# Tea\n", *(as_block(text, output) for text, output in blocks)])
