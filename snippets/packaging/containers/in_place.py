import errno
import shutil
from pathlib import Path


def save(path, text):
    """Replace a file; if it is a mount point, write into it."""
    new = path.with_name(path.name + ".new")
    new.write_text(text, encoding="utf-8")
    try:
        new.replace(path)
    except OSError as error:
        if error.errno != errno.EBUSY:
            raise
        # Not atomic: if this is cut short, the new text is in .new.
        shutil.copyfile(new, path)
        new.unlink()


save(Path("app/plan.txt"), "newer plan\n")
