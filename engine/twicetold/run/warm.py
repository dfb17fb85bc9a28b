"""Ask a warm interpreter for forks, one an example, and watch each to its end."""

import contextlib
import itertools
import os
import select
import subprocess
import sys
import time
from pathlib import Path

from twicetold.run import cold, leftovers
from twicetold.run.cold import LARGEST, MASK, Happened, Request
from twicetold.run.folder import environment
from twicetold.run.patience import GRACE, Patience

REPORTED = 10.0  # seconds in which a killed program is reported
_SERVER = Path(__file__).with_name("server.py")
_COUNT = itertools.count(1)


class ServerError(Exception):
    """A server ended before it was told to; the message says how."""


class Server:
    """A process that has imported modules and waits to be forked.

    Args:
        seed: its hash seed.
        modules: the modules to import.
        recorded: whether its forks write down what they ask for outside their folder.
        alone: whether a processor is idle between two of its forks.
        strict: whether its forks may not give a warning; what it imports may not, in any case.

    Raises:
        ServerError: if it can't start.
    """

    def __init__(
        self,
        seed: int,
        modules: list[str],
        recorded: bool = False,
        alone: bool = True,
        strict: bool = True,
    ) -> None:
        self._mark = f"{os.getpid()}-server-{next(_COUNT)}"
        own = {"HOME": os.devnull, leftovers.MARK: self._mark}
        own |= {"PROOF_SEEN": "1"} if recorded else {}
        own |= {"PROOF_STRICT": "1"} if strict else {}
        how = [word for word, is_so in (("alone", alone), ("lenient", not strict)) if is_so]
        self.process = subprocess.Popen(
            [sys.executable, "-W", "error", str(_SERVER), *how],
            env=environment(seed) | own,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
            umask=MASK,
        )
        assert self.process.stdin is not None and self.process.stdout is not None
        self._requests = self.process.stdin
        self._answers = self.process.stdout
        self._send(" ".join(modules))
        answer = self._answers.readline()
        if not answer:
            self.close()
            raise ServerError(f"it ended with status {self.process.returncode}")
        self.failed: frozenset[str] = frozenset(answer.decode().split())

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self.process.poll() is None

    def _send(self, line: str) -> None:
        with contextlib.suppress(BrokenPipeError):  # the missing answer tells
            self._requests.write(f"{line}\n".encode())
            self._requests.flush()

    def run(self, request: Request) -> Happened:
        """Run an example in a fork.

        Args:
            request: the example, in Python.

        Raises:
            ServerError: if the server ended before it could begin.
        """
        answer = self._answers.readline()
        if not answer:
            raise ServerError(f"it ended with status {self.process.wait()}")
        child = int(answer)
        reader, writer = os.pipe()
        try:
            # The child opens our end by its path, so no descriptor has to be sent to it.
            output = f"/proc/{os.getpid()}/fd/{writer}"
            own = request.folder.places() | cold.watched(writer, self.process.pid)
            variables = [f"{name}={value}" for name, value in own.items()]
            self._send("\0".join([str(request.folder.page), request.name, output, *variables]))
            return self._watch(child, reader, writer, request.limit)
        finally:
            leftovers.kill(child)
            os.close(reader)

    def _watch(self, child: int, reader: int, writer: int, limit: float) -> Happened:
        """Collect what a child prints until all that it started has ended."""
        begin = time.monotonic()
        patience = Patience(limit)
        answers = self._answers.fileno()
        poll = select.poll()
        poll.register(reader, select.POLLIN)
        poll.register(answers, select.POLLIN)
        chunks: list[bytes] = []
        size = 0
        seconds = 0.0
        answer: list[bytes] | None = None
        too_long = too_much = ended = False
        while answer is None or not ended:
            ready = poll.poll(patience.left() * 1000)
            if not ready and not patience.left():
                if answer is not None:
                    break
                too_long = True
                leftovers.kill(child, leader=True)
                patience = Patience(REPORTED)
            for descriptor, _ in ready:
                if descriptor == answers:
                    answer = self._answers.readline().split()
                    if not answer:
                        leftovers.end(child, self._mark, 0)
                    seconds = time.monotonic() - begin
                    poll.unregister(answers)
                    os.close(writer)
                    patience = Patience(GRACE)
                elif chunk := os.read(reader, 65536):
                    if size < LARGEST:
                        chunks.append(chunk)
                    size += len(chunk)
                    if size >= LARGEST and not too_much:
                        too_much = True
                        leftovers.kill(child)
                else:
                    ended = True
                    poll.unregister(reader)
        text = cold.decode(b"".join(chunks)[:LARGEST])
        if not answer:
            return Happened(text, 0, seconds, lost=True)
        status, killed = map(int, answer)
        left = (bool(killed) or not ended) and not (too_long or too_much)
        status = os.waitstatus_to_exitcode(status)
        return Happened(text, status, seconds, too_long, too_much, left)

    def close(self) -> None:
        """End the process; the child that waits for a request ends too."""
        self._answers.close()
        with contextlib.suppress(BrokenPipeError):
            self._requests.close()
        self.process.wait()
