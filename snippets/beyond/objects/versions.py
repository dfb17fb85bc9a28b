import subprocess

from bucket import HOST, PORTS, PROGRAM, open_bucket, serving


def keep_versions():
    """Let the bucket keep what is replaced or deleted."""
    master = PORTS["-master.port"], PORTS["-master.port.grpc"]
    subprocess.run(
        [PROGRAM, "shell", f"-master={HOST}:{master[0]}.{master[1]}"],
        input=b"s3.bucket.versioning -name books -enable",
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )


with serving() as url:
    store = open_bucket(url)
    keep_versions()
    first = None
    while first is None:  # the server hears of it a moment later
        first = store.put("notes.txt", b"first")["version"]
    store.put("notes.txt", b"second")
    print("now:", bytes(store.get("notes.txt").bytes()))
    store.delete("notes.txt")
    try:
        store.get("notes.txt")
    except FileNotFoundError:
        print("it is deleted")
    old = store.get("notes.txt", options={"version": first})
    print("before:", bytes(old.bytes()))
