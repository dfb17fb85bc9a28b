from warnings import catch_warnings

import numpy as np
from copies import in_zarr, npy, npz, safetensors
from safetensors import SafetensorError

ARRAYS = {
    "complex128": np.array([1 + 2j]),
    "datetime64": np.array(["2026-11-01"], dtype="datetime64[D]"),
    "text": np.array(["tea", "crème"]),
    "bool": np.array([True, False]),
    "big-endian": np.array([1.5], dtype=">f8"),
    "no axis": np.array(7.5),
    "Fortran order": np.asfortranarray([[1, 2], [3, 4]]),
}


def compare(array, save):
    """Return what a format keeps of an array."""
    try:
        with catch_warnings(action="ignore"):  # of zarr before 3.3
            copy = save(array)
    except SafetensorError:
        return "refused"
    if not np.array_equal(copy, array):
        return "other values"
    if copy.dtype != array.dtype:
        return str(copy.dtype)
    if copy.flags.f_contiguous != array.flags.f_contiguous:
        return "C order"
    return "kept"


print("              npy      npz      zarr     safetensors")
for name, array in ARRAYS.items():
    formats = npy, npz, in_zarr, safetensors
    cells = [f"{compare(array, each):8}" for each in formats]
    print(" ".join([f"{name:13}", *cells]).strip())
