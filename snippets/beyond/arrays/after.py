import numpy as np

print(np.load("heat.npy")[0, :3], np.load("changed.npy")[0, :3])
