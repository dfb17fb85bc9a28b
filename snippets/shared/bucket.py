import os
import shutil
import socket
import subprocess
import sysconfig
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

from obstore.exceptions import BaseError
from obstore.store import S3Store

PROGRAM = shutil.which("weed", path=sysconfig.get_path("scripts"))
HOST = "127.0.0.1"
PARTS = ("master", "volume", "filer", "s3", "admin")
FLAGS = (
    *("-dir=server", f"-ip={HOST}", f"-ip.bind={HOST}"),
    *("-bucket=books", "-webdav=false", "-admin.ui=false"),
    *("-s3.port.iceberg=0", "-s3.port.lance=0"),
    "-master.telemetry=false",  # it would report to its makers
)
PORTS = {}
os.environ["AWS_ACCESS_KEY_ID"] = "reader"
os.environ["AWS_SECRET_ACCESS_KEY"] = "a secret of the reader"


def free_ports(count):
    """Ask the system for ports that no program uses."""
    with ExitStack() as stack:
        sockets = [
            stack.enter_context(socket.socket()) for _ in range(count)
        ]
        for each in sockets:
            each.bind((HOST, 0))
        return [each.getsockname()[1] for each in sockets]


def open_bucket(url):
    """Return the bucket `books` of a server."""
    return S3Store(
        "books",
        endpoint=url,
        region="us-east-1",
        client_options={"allow_http": True},
        retry_config={"max_retries": 0},
    )


def is_ready(store):
    """Return whether the bucket answers."""
    try:
        store.list().collect()
    except (BaseError, FileNotFoundError):
        return False
    return True


def start():
    """Start an S3 server; return its process and its address."""
    Path("server").mkdir(exist_ok=True)
    names = [f"-{part}.port" for part in PARTS]
    names += [f"{name}.grpc" for name in names]
    for _ in range(3):  # another program may take a port first
        PORTS.update(zip(names, free_ports(len(names)), strict=True))
        url = f"http://{HOST}:{PORTS['-s3.port']}"
        chosen = [f"{name}={port}" for name, port in PORTS.items()]
        server = subprocess.Popen(
            [PROGRAM, "mini", *FLAGS, *chosen],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        store = open_bucket(url)
        while server.poll() is None:
            if is_ready(store):
                return server, url
            time.sleep(0.05)
    raise OSError("the server does not start")


@contextmanager
def serving():
    """Start an S3 server, give its address, and kill it."""
    server, url = start()
    try:
        yield url
    finally:
        server.kill()
        server.wait()
        # It leaves these behind, outside of its folder.
        left = [
            f"/tmp/seaweedfs-{part}{kind}-{PORTS[name]}.sock"
            for part in PARTS
            for kind, name in (
                ("", f"-{part}.port"),
                ("-grpc", f"-{part}.port.grpc"),
            )
        ]
        subprocess.run(["rm", "-f", *left], check=True)
