import tracemalloc

import numpy as np
from safetensors import safe_open


def load() -> float:
    """Read the whole file."""
    return float(np.load("heat.npy")[500:510].mean())


def mapped() -> float:
    """Map the file, and read ten rows."""
    return float(np.load("heat.npy", mmap_mode="r")[500:510].mean())


def sliced() -> float:
    """Read ten rows of a tensor."""
    with safe_open("both.safetensors", framework="numpy") as weights:
        return float(weights.get_slice("heat")[500:510].mean())


for read in load, mapped, sliced:
    tracemalloc.start()
    mean = read()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(f"{read.__name__:7} {peak / 1e6:.0f} MB  mean {mean:.2f}")
