"""Run pages in other threads before their verdicts are asked for."""

import contextlib
import threading
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future

from twicetold.judge.page_run import PageRun, Run
from twicetold.judge.verdict import Verdict
from twicetold.run import cold
from twicetold.run.choose import Forks
from twicetold.run.patience import POLL

At = tuple[int, bool]  # an example's place on its page, from 0, and whether it is run again


class Early:
    """The runs of a page that another thread makes.

    Args:
        wanted: those whose verdicts will be asked for, in the order of the page.
        begin: makes the runs begin, or returns those that it has begun.
    """

    def __init__(self, wanted: Iterable[At], begin: Callable[[Run], PageRun]) -> None:
        self._told: dict[At, Future[Verdict]] = {at: Future() for at in wanted}
        self._begin = begin

    def verdict(self, index: int, again: bool) -> Verdict:
        """Wait for a verdict.

        Args:
            index: the example's place on the page, from 0.
            again: whether the second run is asked for.
        """
        return self._told[index, again].result()

    def make(self, run: Run, ended: threading.Event) -> None:
        """Make the runs, and tell what happened.

        Args:
            run: how to run an example.
            ended: whether nobody waits any more.
        """
        for at, told in self._told.items():
            if ended.is_set():
                return
            try:
                told.set_result(self._begin(run).verdict(*at))
            except BaseException as error:  # as it would be raised where it is asked for
                told.set_exception(error)


class Ahead:
    """Threads that run pages, each the next one that none has begun.

    Args:
        pages: in the order in which their verdicts will be asked for.
        threads: how many.
        forks: makes what runs examples, for one thread.
    """

    def __init__(
        self, pages: Iterable[Early], threads: int, forks: Callable[[], Forks]
    ) -> None:
        self._pages = deque(pages)
        self._ended = threading.Event()
        self._forks = [forks() for _ in range(min(threads, len(self._pages)))]
        self._threads = [
            threading.Thread(target=self._work, args=(each,), daemon=True)
            for each in self._forks
        ]
        for thread in self._threads:
            thread.start()

    def _work(self, forks: Forks) -> None:
        with forks, contextlib.suppress(IndexError):  # there is no page left
            while not self._ended.is_set():
                self._pages.popleft().make(forks.run, self._ended)

    def close(self) -> None:
        """Kill what is run, and end the threads."""
        self._ended.set()
        for thread in self._threads:
            while thread.is_alive():
                for forks in self._forks:
                    forks.kill()
                cold.kill_running()
                thread.join(POLL)
