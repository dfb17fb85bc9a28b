import shutil

import numpy as np

shutil.copy("heat.npy", "changed.npy")
changed = np.load("changed.npy", mmap_mode="r+")
changed[0, 0] = 99
changed.flush()
