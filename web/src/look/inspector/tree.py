"""Read the rows of a table from the pages of a database, past those that are damaged."""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .header import Header

LEAF, INTERIOR = 0x0D, 0x05
_WIDTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_CODECS = {"UTF-8": "utf-8", "UTF-16le": "utf-16-le", "UTF-16be": "utf-16-be"}

Row = tuple[int, list[Any]]  # the rowid, and the values of the columns


class Damaged(ValueError):
    """A page or a row is not what it should be."""


class Pages:
    """The pages of a database file.

    Args:
        file: the database, which is only read.
        header: what its first bytes say.
    """

    def __init__(self, file: Path, header: Header) -> None:
        self._opened = file.open("rb")
        self.size = header.page
        self.last = -(-file.stat().st_size // header.page)
        self._codec = _CODECS[header.encoding]
        self._usable = self.size - self._page(1)[20]
        self.seen: set[int] = set()
        self.damaged: set[int] = set()
        self._free = header.free

    def close(self) -> None:
        self._opened.close()

    def _page(self, number: int) -> bytes:
        self._opened.seek((number - 1) * self.size)
        return self._opened.read(self.size)

    def rows(self, root: int) -> Iterator[Row]:
        """Yield the rows of a table in their order, as far as its pages can be read.

        Args:
            root: the first page of the table.
        """
        waiting = [root]
        while waiting:
            number = waiting.pop()
            if number in self.seen or not 0 < number <= self.last:
                self.damaged.add(number)
                continue
            self.seen.add(number)
            try:
                kind, cells, right = self._cells(number)
            except Damaged:
                self.damaged.add(number)
                continue
            if kind == LEAF:
                yield from self._of_leaf(number, cells)
            else:
                children = [struct.unpack(">I", cell[:4])[0] for cell in cells if len(cell) > 4]
                waiting += reversed([*children, right])

    def lost(self) -> Iterator[tuple[int, Row]]:
        """Yield the rows of pages that no table led to, and that are not free."""
        free = self._free_pages()
        for number in range(2, self.last + 1):
            if number in self.seen or number in free:
                continue
            try:
                kind, cells, _ = self._cells(number)
            except Damaged:
                continue
            if kind == LEAF:
                for row in self._of_leaf(number, cells):
                    yield number, row

    def _free_pages(self) -> set[int]:
        free: set[int] = set()
        trunk = self._free
        while 0 < trunk <= self.last and trunk not in free:
            free.add(trunk)
            page = self._page(trunk)
            if len(page) < 8:
                break
            trunk, count = struct.unpack(">II", page[:8])
            count = min(count, len(page) // 4 - 2)
            free.update(struct.unpack(f">{count}I", page[8 : 8 + 4 * count]))
        return free

    def _cells(self, number: int) -> tuple[int, list[bytes], int]:
        """Return the kind of a page of a table, its cells, and the last page below it."""
        page = self._page(number)
        start = 100 if number == 1 else 0
        if len(page) < start + 12 or page[start] not in (LEAF, INTERIOR):
            raise Damaged(number)
        kind = page[start]
        (count,) = struct.unpack(">H", page[start + 3 : start + 5])
        begin = start + (8 if kind == LEAF else 12)
        if begin + 2 * count > len(page):
            raise Damaged(number)
        places = struct.unpack(f">{count}H", page[begin : begin + 2 * count])
        if any(place < begin for place in places):
            raise Damaged(number)
        right = struct.unpack(">I", page[start + 8 : start + 12])[0] if kind != LEAF else 0
        return kind, [page[place:] for place in places], right

    def _of_leaf(self, number: int, cells: list[bytes]) -> Iterator[Row]:
        for cell in cells:
            try:
                length, at = _varint(cell, 0)
                rowid, at = _varint(cell, at)
                yield _signed(rowid), self._values(self._payload(cell, at, length))
            except (Damaged, struct.error, IndexError, OverflowError):
                self.damaged.add(number)

    def _payload(self, cell: bytes, at: int, length: int) -> bytes:
        """Return what a cell holds, with the pages that it overflows to."""
        usable = self._usable
        if length <= usable - 35:
            local = length
        else:
            least = (usable - 12) * 32 // 255 - 23
            local = least + (length - least) % (usable - 4)
            local = local if local <= usable - 35 else least
        if length > self.last * self.size or len(cell) < at + local:
            raise Damaged(length)
        parts, have = [cell[at : at + local]], local
        following = (
            struct.unpack(">I", cell[at + local : at + local + 4])[0] if local < length else 0
        )
        while have < length:
            if not 0 < following <= self.last:
                raise Damaged(following)
            page = self._page(following)
            self.seen.add(following)
            (following,) = struct.unpack(">I", page[:4])
            parts.append(page[4 : 4 + min(usable - 4, length - have)])
            if not parts[-1]:
                raise Damaged(following)
            have += len(parts[-1])
        return b"".join(parts)

    def _values(self, payload: bytes) -> list[Any]:
        end, at = _varint(payload, 0)
        if end > len(payload) or end < at:
            raise Damaged(end)
        values, body = [], end
        while at < end:
            kind, at = _varint(payload, at)
            width = _WIDTHS[kind] if kind < 10 else (kind - 12) // 2
            data = payload[body : body + width]
            if len(data) != width or kind in (10, 11):
                raise Damaged(kind)
            values.append(self._value(kind, data))
            body += width
        return values

    def _value(self, kind: int, data: bytes) -> Any:
        if kind == 0:
            return None
        if kind == 7:
            return struct.unpack(">d", data)[0]
        if kind < 10:
            return kind - 8 if kind > 7 else int.from_bytes(data, "big", signed=True)
        return data.decode(self._codec, "replace") if kind % 2 else data


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(at, at + 8):
        byte = data[place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + 1
    return value << 8 | data[at + 8], at + 9


def _signed(value: int) -> int:
    return value - (1 << 64) if value >= 1 << 63 else value
