import pickle
from pathlib import Path

CODE = "from pathlib import Path; Path('opened.txt').touch()"


class Present:
    def __reduce__(self):
        return exec, (CODE,)


Path("present.pickle").write_bytes(pickle.dumps(Present()))
