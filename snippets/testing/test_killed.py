import subprocess
import sys

import store

WRITER = """
import contextlib, sys, notes, store

def wait_at_commit(sql):
    if sql == "COMMIT":
        print("at the commit", flush=True)
        sys.stdin.read()

with contextlib.closing(notes.connect(sys.argv[1])) as con:
    con.set_trace_callback(wait_at_commit)
    store.write(con, {"milk": "new", "tea": "new"})
"""


def test_a_kill_leaves_the_old_notes(open_notes, tmp_path):
    store.write(open_notes(), {"milk": "old", "tea": "old"})
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, tmp_path / "notes.db"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdout.readline() == "at the commit\n"
        writer.kill()
    assert store.read(open_notes()) == {"milk": "old", "tea": "old"}
