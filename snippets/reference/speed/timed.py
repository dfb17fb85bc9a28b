"""Time a block, with a mark before and after it that strace sees."""

import os
import time


class Timed:
    def __init__(self):
        self.seconds = {}

    def __call__(self, name):
        self.name = name
        return self

    def __enter__(self):
        os.access(f"begin {self.name}", os.F_OK)
        self.began = time.perf_counter()

    def __exit__(self, *error):
        self.seconds[self.name] = time.perf_counter() - self.began
        os.access(f"end {self.name}", os.F_OK)
