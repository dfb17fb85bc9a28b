from pathlib import Path

import numpy as np
import zarr
from safetensors import SafetensorError
from safetensors.numpy import save_file


class Attack:
    """An object whose pickle calls a function when it is loaded."""

    def __reduce__(self) -> tuple[object, ...]:
        """Return the function and what to call it with."""
        return Path.touch, (Path("attacked"),)


objects = np.array([Attack()], dtype=object)
np.save("objects.npy", objects)
for refused in (
    lambda: np.load("objects.npy"),
    lambda: np.save("refused.npy", objects, allow_pickle=False),
    lambda: save_file({"a": objects}, "refused.safetensors"),
    lambda: zarr.create_array("refused.zarr", data=objects),
):
    try:
        refused()
    except (ValueError, SafetensorError) as error:
        print(f"{type(error).__name__}: {str(error).split('. ')[0]}")

attacked = Path("attacked")
attacked.unlink(missing_ok=True)
np.load("objects.npy", allow_pickle=True)
print("code of the file has run:", attacked.exists())
