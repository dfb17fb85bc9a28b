"""A time limit that a slow or busy machine does not reach sooner than an idle one."""

import time

GRACE = 0.25  # seconds that what a program started may take to end after it
POLL = 0.05  # seconds between two looks whether what was killed has ended
STEPS = 3_000_000  # of a loop: the work that the machine is asked to do
USUAL = 0.1  # seconds that it takes where nothing else runs
HANGS = 600.0  # seconds after which what is sure to end, on a slow machine too, hangs
MOST = 30.0  # times as slow; a machine that is slower yet gets no more


def slowness() -> float:
    """Return how many times longer than usual some work takes now, at least 1."""
    begin = time.monotonic()
    for _ in range(STEPS):
        pass
    return min(MOST, max(1.0, (time.monotonic() - begin) / USUAL))


class Patience:
    """The time that something may take: seconds, or as many times more as all takes here now.

    Args:
        seconds: on a machine that does nothing else.
    """

    def __init__(self, seconds: float) -> None:
        self._begin = time.monotonic()
        self._seconds = seconds
        self._factor = 1.0

    def left(self) -> float:
        """Return for how many more seconds to wait before asking again; 0 if time is up."""
        gone = time.monotonic() - self._begin
        if gone >= self._seconds * self._factor:
            self._factor = max(self._factor, slowness())
        return max(0.0, self._seconds * self._factor - gone)
