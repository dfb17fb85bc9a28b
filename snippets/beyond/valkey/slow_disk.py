import time

from server import LOG, running, start_empty

# The disk needs ten seconds to sync.
SLOW = ("strace", "-f", "-o", "calls.txt", "-e", "trace=fdatasync")
SLOW += ("-e", "inject=fdatasync:delay_enter=10000000")
OPTIONS = (*LOG, "everysec")

start_empty()
with running(*OPTIONS):
    pass  # make the log, while the disk is still fast

with running(*OPTIONS, under=SLOW) as client:
    client.set("first", "written")
    while not client.info("persistence")["aof_pending_bio_fsync"]:
        time.sleep(0.01)
    print("the log is being synced")
    print("answered:", client.set("second", "in the buffer"))

with running(*OPTIONS) as client:
    print("kept:", client.keys())
