import numpy as np
import zarr
from safetensors.numpy import load_file, save_file


def npy(array):
    """Save an array in this format, and read it back."""
    np.save("one.npy", array)
    return np.load("one.npy")


def npz(array):
    np.savez("one.npz", one=array)
    with np.load("one.npz") as file:
        return file["one"]


def in_zarr(array):
    zarr.create_array("one.zarr", data=array, overwrite=True)
    return np.asarray(zarr.open_array("one.zarr", mode="r")[()])


def safetensors(array):
    save_file({"one": array}, "one.safetensors")
    return load_file("one.safetensors")["one"]
