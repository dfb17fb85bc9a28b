"""Ask a warm interpreter for forks, one an example, and watch each to its end."""

import os
import select
import subprocess
import sys
import time
from pathlib import Path

from proof import process, survivors
from proof.folder import environment
from proof.patience import Patience
from proof.process import GRACE, LARGEST, Happened, Request

_SERVER = Path(__file__).with_name("server.py")


class Server:
    """A process that has imported modules and waits to be forked.

    Args:
        seed: its hash seed.
        modules: the modules to import.
    """

    def __init__(self, seed: int, modules: list[str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-X", "dev", "-W", "error", str(_SERVER)],
            env=environment(seed) | {"PROOF_STRICT": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        assert self._process.stdin is not None and self._process.stdout is not None
        self._requests = self._process.stdin
        self._answers = self._process.stdout
        self._send(" ".join(modules))
        self.parts: list[str] = self._answers.readline().decode().split()

    def _send(self, line: str) -> None:
        self._requests.write(f"{line}\n".encode())
        self._requests.flush()

    def run(self, request: Request) -> Happened:
        """Run an example in a fork.

        Args:
            request: the example, in Python.
        """
        child = int(self._answers.readline())
        reader, writer = os.pipe()
        try:
            # The child opens our end by its path, so no descriptor has to be sent to it.
            output = f"/proc/{os.getpid()}/fd/{writer}"
            variables = [f"{name}={value}" for name, value in request.folder.places().items()]
            self._send("\0".join([str(request.folder.page), request.name, output, *variables]))
            return self._watch(child, reader, writer, request.limit)
        finally:
            survivors.kill(child)
            os.close(reader)

    def _watch(self, child: int, reader: int, writer: int, limit: float) -> Happened:
        begin = time.monotonic()
        patience = Patience(limit)
        answers = self._answers.fileno()
        poll = select.poll()
        poll.register(reader, select.POLLIN)
        poll.register(answers, select.POLLIN)
        chunks: list[bytes] = []
        size = 0
        seconds = 0.0
        status: int | None = None
        too_long = too_much = left = ended = False
        while status is None or not ended:
            ready = poll.poll(patience.left() * 1000)
            if not ready and not patience.left():
                too_long = status is None
                left = status is not None
                survivors.kill(child)
                patience = Patience(GRACE)
                if status is not None:
                    break
            for descriptor, _ in ready:
                if descriptor == answers:
                    status = os.waitstatus_to_exitcode(int(self._answers.readline()))
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
                        survivors.kill(child)
                else:
                    ended = True
                    poll.unregister(reader)
        if not (left or too_long or too_much):
            left = survivors.remain(child, GRACE)
        text = process.decode(b"".join(chunks)[:LARGEST])
        assert status is not None
        return Happened(text, status, seconds, too_long, too_much, left)

    def close(self) -> None:
        """End the process; the child that waits for a request ends too."""
        self._answers.close()
        self._requests.close()
        self._process.wait()
