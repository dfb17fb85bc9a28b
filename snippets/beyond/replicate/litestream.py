import json
import shutil
import subprocess
import sysconfig
import time
from contextlib import contextmanager
from pathlib import Path

PROGRAM = shutil.which("litestream", path=sysconfig.get_path("scripts"))
SOCKET = Path("litestream.sock")
LOG = Path("litestream.log")


def command(verb, *arguments, config="litestream.yml"):
    """Return a command of Litestream."""
    return [PROGRAM, verb, "-config", config, *arguments]


@contextmanager
def replicating(config="litestream.yml"):
    """Let Litestream copy each change, until the end of the block.

    What it could not do yet, as the file was locked, it logs and
    does a little later.
    """
    SOCKET.unlink(missing_ok=True)
    start = command("replicate", config=config)
    with (
        LOG.open("w") as log,
        subprocess.Popen(start, stdout=log, stderr=log) as copier,
    ):
        try:
            while not SOCKET.exists() and copier.poll() is None:
                time.sleep(0.01)
            yield copier
        finally:
            copier.terminate()


def sync():
    """Copy what is committed, wait for it, and return its number."""
    ask = [PROGRAM, "sync", "-socket", SOCKET, "-wait", "-json"]
    answer = subprocess.check_output([*ask, "books.db"])
    return json.loads(answer)["replica_txid"]


def restore(*arguments, config="litestream.yml"):
    """Make the database from its copy."""
    subprocess.run(
        command("restore", *arguments, "books.db", config=config),
        check=True,
    )


def lose(*also):
    """Lose the database, and what Litestream keeps beside it."""
    for path in [*Path().glob("*books.db*"), *map(Path, also)]:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
