import resource
from contextlib import ExitStack
from pathlib import Path

path = Path("tea.txt")
path.write_text("tea\n", encoding="utf-8")
_, most = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (50, most))

with ExitStack() as stack:
    try:
        for _ in range(100):
            stack.enter_context(path.open(encoding="utf-8"))
    except OSError as error:
        print(f"OSError: {error.strerror}")

lines = 0
for _ in range(100):
    with path.open(encoding="utf-8") as file:
        lines += len(file.readlines())
print(lines, "lines")
