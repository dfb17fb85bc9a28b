import numpy as np
import zarr
from safetensors import safe_open

heat = np.load("heat.npy")
print(heat.shape, heat.dtype)

with np.load("both.npz") as both:
    print("npz:", both.files, np.array_equal(both["heat"], heat))

with safe_open("both.safetensors", framework="numpy") as weights:
    same = np.array_equal(weights.get_tensor("heat"), heat)
    print("safetensors:", weights.keys(), weights.metadata(), same)

stored = zarr.open_array("heat.zarr", mode="r")
same = np.array_equal(stored[:], heat)
print("zarr:", stored.nchunks, "chunks", dict(stored.attrs), same)
