import numpy as np
import zarr
from safetensors.numpy import save_file

numbers = np.random.default_rng(2026)
heat = numbers.integers(-200, 400, (1000, 1000)).astype("float32") / 10
mean = heat.mean(axis=1, dtype="float64").round(3)

np.save("heat.npy", heat)
np.savez("both.npz", heat=heat, mean=mean)
save_file(
    {"heat": heat, "mean": mean},
    "both.safetensors",
    metadata={"unit": "degrees Celsius"},
)
stored = zarr.create_array(
    "heat.zarr", data=heat, chunks=(100, 1000), overwrite=True
)
stored.attrs["unit"] = "degrees Celsius"
