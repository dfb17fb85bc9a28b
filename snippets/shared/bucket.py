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


def is_ready(server, store):
    """Wait until the bucket answers; return whether it does."""
    for _ in range(600):
        if server.poll() is not None:
            return False
        try:
            store.list().collect()
            return True
        except (BaseError, FileNotFoundError):
            time.sleep(0.05)
    return False


def start():
    """Start an S3 server at free ports; return its process."""
    names = [f"-{part}.port" for part in PARTS]
    names += [f"{name}.grpc" for name in names]
    PORTS.update(zip(names, free_ports(len(names)), strict=True))
    chosen = [f"{name}={port}" for name, port in PORTS.items()]
    return subprocess.Popen(
        [PROGRAM, "mini", *FLAGS, *chosen],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def end(server):
    """Kill a server, and remove what it leaves outside its folder."""
    server.kill()
    server.wait()
    left = [
        f"/tmp/seaweedfs-{part}{kind}-{PORTS[name]}.sock"
        for part in PARTS
        for kind, name in (
            ("", f"-{part}.port"),
            ("-grpc", f"-{part}.port.grpc"),
        )
    ]
    # One of this name may be another user's: then it stays.
    subprocess.run(["rm", "-f", *left], stderr=subprocess.DEVNULL)


@contextmanager
def serving():
    """Start an S3 server, give its address, and kill it."""
    Path("server").mkdir(exist_ok=True)
    for _ in range(3):  # another program may take a port first
        server = start()
        url = f"http://{HOST}:{PORTS['-s3.port']}"
        try:
            if is_ready(server, open_bucket(url)):
                yield url
                return
        finally:
            end(server)
    raise OSError("the server does not start")
