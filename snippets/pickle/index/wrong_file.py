import io
import pickle
from pathlib import Path

Path("tea.pickle").write_bytes(pickle.dumps("tea"))


class InParts(pickle.Pickler):
    def persistent_id(self, value):
        return "part 1"


def load_while_writing():
    with Path("emptied.pickle").open("wb") as file:
        return pickle.load(file)


def load_parts():
    file = io.BytesIO()
    InParts(file).dump("tea")
    return pickle.loads(file.getvalue())


ATTEMPTS = {
    "a name to save to": lambda: pickle.dump("tea", "tea.pickle"),
    "a name to load from": lambda: pickle.load("tea.pickle"),
    "opened to write": load_while_writing,
    "text that begins with 2": lambda: pickle.loads(b"2026;tea"),
    "text that begins with 1": lambda: pickle.loads(b"1;tea"),
    "a part is elsewhere": load_parts,
}
for what, attempt in ATTEMPTS.items():
    try:
        attempt()
    except (OSError, TypeError, pickle.UnpicklingError) as error:
        said = " ".join(str(error).split())
        print(f"{what}: {type(error).__name__}: {said}")

with Path("tea.pickle").open("rb") as file:
    print("right:", pickle.load(file))
