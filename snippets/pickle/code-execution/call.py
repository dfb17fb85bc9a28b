import pickle
import pickletools
from pathlib import Path


class Greeting:
    def __reduce__(self):
        return print, ("Hello from the file",)


data = pickletools.optimize(pickle.dumps(Greeting(), protocol=4))
Path("greeting.pickle").write_bytes(data)
pickletools.dis(data)
