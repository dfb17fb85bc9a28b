import pickle
from pathlib import Path

# Name here only what your versions do not have.
MODULES = {"pathlib._local": "pathlib"}
CLASSES = {
    ("pathlib", "PosixPath"): ("pathlib", "PurePosixPath"),
    ("pathlib", "WindowsPath"): ("pathlib", "PureWindowsPath"),
}


class Renaming(pickle.Unpickler):
    def find_class(self, module, name):
        for theirs, ours in MODULES.items():
            if module == theirs or module.startswith(f"{theirs}."):
                module = ours + module.removeprefix(theirs)
        module, name = CLASSES.get((module, name), (module, name))
        return super().find_class(module, name)


def load(path):
    with Path(path).open("rb") as file:
        return Renaming(file).load()
