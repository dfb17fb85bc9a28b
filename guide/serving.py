"""Serve the site while it is written."""

import socket
import sys
from contextlib import closing

from twicetold.base.project import Project

HOST = "127.0.0.1"


def serve(project: Project, port: int) -> int:
    """Serve the site until it is stopped; return the exit status.

    Args:
        project: the site.
        port: where to, on this machine alone.
    """
    if taken(port):
        print(
            f"port {port} is taken, perhaps by a `make serve` that still runs;"
            f" to take another: make serve PORT={port + 1}",
            file=sys.stderr,
        )
        return 1
    # These take as long to import as most verbs take in all.
    from mkdocs.__main__ import cli

    from guide.trying import Trying

    def tell(key: str, passed: bool) -> None:
        name = project.name(project.page(key))
        print(f"{name} {'passes' if passed else 'does not pass; it shows why'}")

    config = ("--config-file", str(project.config_file))
    with Trying(project, tell):
        cli(["serve", *config, "--dev-addr", f"{HOST}:{port}"], standalone_mode=False)
    return 0


def taken(port: int) -> bool:
    """Return whether something answers at a port of this machine already.

    Args:
        port: its number.
    """
    with closing(socket.socket()) as asked:
        asked.settimeout(1)
        return asked.connect_ex((HOST, port)) == 0
