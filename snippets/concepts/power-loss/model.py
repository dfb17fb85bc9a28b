"""A disk as a power cut may leave it: what is on it, what may be."""

from pathlib import PurePosixPath
from typing import NamedTuple

from events import FOLDER

SECTOR = 512  # bytes that a disk writes whole, or not at all
ALWAYS = 1_000_000  # later than any moment


class Version(NamedTuple):
    """One content of a sector."""

    content: bytes
    since: int  # the first of the file's moments with which it goes
    until: int  # the first with which it no longer goes

    def goes_with(self, moment):
        return self.since <= moment < self.until


class File:
    """The sizes of a file since its last sync, and what was written.

    The disk has one of the sizes, and so all that was done to it until
    then: what has been cut off is gone. Of the writes, it has any.
    """

    def __init__(self, content):
        self.sizes = [0]
        self.sectors = []
        self.write(0, content)
        self.sync()

    def write(self, offset, data):
        end = offset + len(data)
        self._cover(end)
        for index in range(offset // SECTOR, -(-end // SECTOR)):
            begin = index * SECTOR
            old = self.sectors[index][-1].content
            start, stop = max(offset, begin), min(end, begin + SECTOR)
            new = data[start - offset : stop - offset]
            new = old[: start - begin] + new + old[stop - begin :]
            if new != old:
                self.sectors[index].append(Version(new, 0, ALWAYS))
        if end > self.sizes[-1]:
            self.sizes.append(end)

    def resize(self, size):
        self._cover(size)
        now = len(self.sizes)
        end = len(self.sectors) if size < self.sizes[-1] else 0
        for index in range(size // SECTOR, end):
            kept = max(0, size - index * SECTOR)
            before, after = [], {}
            for version in self.sectors[index]:
                if version.until == ALWAYS:
                    version = version._replace(until=now)
                    left = version.content[:kept].ljust(SECTOR, b"\0")
                    after.pop(left, None)  # the newest is to be last
                    after[left] = Version(left, now, ALWAYS)
                before.append(version)
            self.sectors[index] = before + list(after.values())
        self.sizes.append(size)

    def sync(self):
        self.sizes = self.sizes[-1:]
        for versions in self.sectors:
            versions[:] = [Version(versions[-1].content, 0, ALWAYS)]

    def choices(self):
        """Yield each size, and what each sector may hold with it."""
        for moment, size in enumerate(self.sizes):
            can = []
            for versions in self.sectors[: -(-size // SECTOR)]:
                good = [v for v in versions if v.goes_with(moment)]
                can.append([version.content for version in good])
            yield size, can

    def newest(self):
        """Return what programs see."""
        newest = (versions[-1].content for versions in self.sectors)
        return b"".join(newest)[: self.sizes[-1]]

    def _cover(self, end):
        while len(self.sectors) * SECTOR < end:
            self.sectors.append([Version(bytes(SECTOR), 0, ALWAYS)])


class Disk:
    """A folder on a disk, followed event by event."""

    def __init__(self, names_in_order):
        self.names_in_order = names_in_order

    def start(self, names, contents):
        self.files = {
            n: File(data) for n, data in contents.items() if n
        }
        self.on_disk = names
        self.changes = []  # of names, each with the folders to sync

    def change(self, names):
        for number in names.values():
            if number and number not in self.files:
                self.files[number] = File(b"")
        folders = {str(PurePosixPath(name).parent) for name in names}
        self.changes.append((names, folders))

    def write(self, number, offset, data):
        self.files[number].write(offset, data)

    def resize(self, number, size):
        self.files[number].resize(size)

    def sync(self, number):
        self.files[number].sync()

    def sync_folder(self, folder):
        last = 0
        for count, (_, folders) in enumerate(self.changes, 1):
            last = count if folder in folders else last
            folders.discard(folder)
        if self.names_in_order:
            for _, folders in self.changes[:last]:
                folders.clear()

    def waiting(self):
        """Return the changes of names that may not be on the disk."""
        return [n for n, change in enumerate(self.changes) if change[1]]

    def names(self, made):
        """Return the names with these of the changes that wait."""
        names = dict(self.on_disk)
        for number, (change, folders) in enumerate(self.changes):
            if number in made or not folders:
                names |= change
        return {
            n: file for n, file in names.items() if file is not None
        }

    def newest(self):
        """Return the names and the contents that programs see."""
        contents = {n: file.newest() for n, file in self.files.items()}
        return self.names(self.waiting()), contents | {FOLDER: None}
