import io
import json
import struct
from typing import Any

import numpy as np
import zarr
from zarr.storage import LocalStore, WrapperStore

ROWS = slice(500, 510)
SHAPE = (10, 1000)
ROW = 4 * 1000  # bytes


class CountingFile(io.RawIOBase):
    """A file that counts the bytes that are read."""

    def __init__(self, path: str) -> None:
        """Open the file."""
        self.file = io.FileIO(path)
        self.count = 0

    def readinto(self, buffer: Any, /) -> int:
        """Read as a file does."""
        done = self.file.readinto(buffer)
        self.count += done
        return done

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Go to a place in the file."""
        return self.file.seek(offset, whence)

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def seekable(self) -> bool:
        """Say that it can go to a place."""
        return True

    def close(self) -> None:
        """Close the file."""
        self.file.close()
        super().close()


class CountingStore(WrapperStore):
    """A store of zarr that counts the bytes that are read."""

    count = 0

    async def get(self, *arguments: Any, **options: Any) -> Any:
        """Read as the store does."""
        data = await super().get(*arguments, **options)
        self.count += len(data) if data else 0
        return data


def show(what: str, source: Any, values: Any) -> None:
    """Print the bytes, to ten kB, and whether the values are right."""
    same = np.array_equal(values, WANTED)
    count = round(source.count / 1000, -1)
    print(f"{what:24}{count:5.0f} kB  equal: {same}")


with CountingFile("heat.npy") as file:
    WANTED = np.load(file)[ROWS].copy()
    show("npy, load", file, WANTED)

with CountingFile("heat.npy") as file:
    np.lib.format.read_magic(file)
    np.lib.format.read_array_header_1_0(file)
    file.seek(ROWS.start * ROW, io.SEEK_CUR)
    values = np.frombuffer(file.read(10 * ROW), "f4")
    show("npy, seek", file, values.reshape(SHAPE))

with CountingFile("both.npz") as file, np.load(file) as both:
    show("npz, one of two arrays", file, both["heat"][ROWS])

with CountingFile("both.safetensors") as file:
    length = struct.unpack("<Q", file.read(8))[0]
    header = json.loads(file.read(length))
    begin = header["heat"]["data_offsets"][0]
    file.seek(8 + length + begin + ROWS.start * ROW)
    values = np.frombuffer(file.read(10 * ROW), "f4")
    show("safetensors, seek", file, values.reshape(SHAPE))

store = CountingStore(LocalStore("heat.zarr", read_only=True))
stored = zarr.open_array(store, mode="r")
show("zarr, one chunk of ten", store, stored[ROWS])
