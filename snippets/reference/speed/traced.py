"""Run a sample under strace, and count in what is timed."""

import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

CALLS = "read,pread64,write,pwrite64,fsync,fdatasync"
MARK = re.compile(r'access\w*\(.*"(begin|end) ([a-z ]+)"')
CALL = re.compile(r"(\w+)\(\d+<(.+?)>.* = (\d+)")


def traced(program, variant, size, folder=None):
    """Return a count of syncs and bytes for each block."""
    if folder is None:
        with tempfile.TemporaryDirectory(dir=".") as new:
            return traced(program, variant, size, new)
    here = Path.cwd()
    code = (
        f"import sys; sys.path.append({str(here)!r})\n"
        f"import timed, {program}\n"
        f"{program}.sample(timed.Timed(), {variant!r}, {size})"
    )
    trace = here / "trace.txt"
    subprocess.run(
        [
            *("strace", "-f", "--seccomp-bpf", "-y", "-o", trace),
            *("-e", "signal=none"),
            *("-e", f"trace=?access,?faccessat,?faccessat2,{CALLS}"),
            *(sys.executable, "-c", code),
        ],
        cwd=folder,
        check=True,
        stderr=subprocess.DEVNULL,  # it may have no filter
    )
    lines = trace.read_text("utf-8", "replace").splitlines()
    return counted(lines, str(Path(folder).resolve()))


def counted(lines, folder):
    counts, block = defaultdict(Counter), None
    for line in lines:
        if mark := MARK.search(line):
            block = mark[2] if mark[1] == "begin" else None
        elif block and (call := CALL.search(line)):
            name, path, result = call.groups()
            if path.startswith(folder):
                if name in ("fsync", "fdatasync"):
                    counts[block]["syncs"] += 1
                else:
                    kind = "read" if "read" in name else "written"
                    counts[block][kind] += int(result)
    return counts
