import inspect
import os
import signal
import sys

import atomic

lines, first_line = inspect.getsourcelines(atomic.atomic_write)
step = sys.argv[1] if len(sys.argv) > 1 else None


def watch(frame, event, argument):
    if frame.f_code is not atomic.atomic_write.__code__:
        return None
    if event == "line" and step is not None:
        next_line = lines[frame.f_lineno - first_line]
        if step in next_line:
            os.kill(os.getpid(), signal.SIGKILL)
    return watch


sys.settrace(watch)
atomic.atomic_write("plan.txt", b"new plan")
