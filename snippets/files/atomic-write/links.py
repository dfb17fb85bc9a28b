from pathlib import Path

from atomic import atomic_write

target, link = Path("target.txt"), Path("link.txt")
twin = Path("twin.txt")


def start():
    for path in (target, link, twin):
        path.unlink(missing_ok=True)
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    twin.hardlink_to(target)


def show(how):
    texts = [path.read_text("utf-8") for path in (target, twin)]
    print(how, "- a link:", link.is_symlink(), "- files:", *texts)


start()
Path("new.txt").write_text("new", encoding="utf-8")
Path("new.txt").replace(link)
show("replace     ")

start()
atomic_write(link, b"new")
show("atomic_write")
