"""Whatever a file holds, a look into it ends in a sentence, and with bounded work."""

import gzip
import io
import pickle
import pickletools
import random
import sqlite3
import struct
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.site.inspect import samples

ALL = """
sqlite wal journal gdbm ndbm dumb pickle json jsonl csv toml ini gzip bz2 xz zstd zip npz tar
npy parquet arrow hdf5 lfs html text bytes empty
"""
KINDS = ALL.split()
SEED = 13


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, bytes]]:
    return samples.all_of(tmp_path_factory.mktemp("samples"))


def ends(look: Any, path: Path, data: bytes) -> dict[str, Any]:
    """Look into bytes, and check that each thing that is said is a sentence."""
    path.write_bytes(data)
    shown: dict[str, Any] = look(path)
    assert shown["findings"], data[:40]
    for found in shown["findings"]:
        assert found["text"].strip(), data[:40]
    return shown


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_known_by_its_bytes(
    inspect: Any, files: dict[str, tuple[str, bytes]], tmp_path: Path, kind: str
) -> None:
    _, data = files[kind]
    shown = ends(inspect, tmp_path / "file", data)
    assert shown["kind"] == {"npz": "zip"}.get(kind, kind)
    bad = [found["text"] for found in shown["findings"] if found["level"] == "bad"]
    assert not bad or kind in {"lfs", "html", "journal"}, bad


@pytest.fixture(params=KINDS)
def sample(
    request: pytest.FixtureRequest, files: dict[str, tuple[str, bytes]], tmp_path: Path
) -> tuple[str, Path, bytes]:
    """A kind, where to put a file of it, and what is in that."""
    name, data = files[request.param]
    return request.param, tmp_path / name, data


def test_a_file_cut_anywhere_ends_in_a_sentence(
    inspect_only: Any, sample: tuple[str, Path, bytes], thorough: int
) -> None:
    _, path, data = sample
    lengths = range(min(4096, len(data)) + 1)
    for length in lengths if thorough > 1 else lengths[:: max(1, len(lengths) // 40)]:
        ends(inspect_only, path, data[:length])


def test_a_file_changed_anywhere_ends_in_a_sentence(
    inspect_only: Any, sample: tuple[str, Path, bytes], thorough: int
) -> None:
    kind, path, data = sample
    chance = random.Random(f"{SEED} {kind}")
    for _ in range(25 * thorough):
        changed = bytearray(data)
        for _ in range(chance.choice((1, 1, 3, 20))):
            at = chance.randrange(len(changed) + 1)
            act = chance.randrange(4)
            if act == 0 and at < len(changed):
                changed[at] = chance.choice((0, 255, 128, chance.randrange(256)))
            elif act == 1:
                changed[at:at] = chance.randbytes(chance.randrange(1, 9))
            elif act == 2:
                del changed[at : at + chance.randrange(1, 20)]
            else:
                changed[at:at] = changed[: chance.randrange(64)]
        ends(inspect_only, path, bytes(changed))


def test_what_raises_would_be_told_in_a_sentence(
    inspect_only: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from inspector import texts

    def broken(*_: Any) -> None:
        raise RuntimeError("on purpose")

    monkeypatch.setattr(texts, "show", broken)
    shown = ends(inspect_only.guarded, tmp_path / "a.txt", b"text")
    assert "RuntimeError: on purpose" in shown["findings"][0]["text"]
    with pytest.raises(RuntimeError):
        inspect_only(tmp_path / "a.txt")


def test_a_file_of_two_kinds_is_told_as_both(
    inspect: Any, files: dict[str, tuple[str, bytes]], tmp_path: Path
) -> None:
    for kind in ("sqlite", "pickle", "json", "html", "gzip", "tar"):
        shown = ends(inspect, tmp_path / "both", files[kind][1] + files["zip"][1])
        assert "two kinds at once" in shown["findings"][-1]["text"], kind


def test_what_unpacks_without_measure_is_not_unpacked(inspect: Any, tmp_path: Path) -> None:
    nested = gzip.compress(bytes(300_000_000), 1)
    shown = ends(inspect, tmp_path / "bomb.gz", nested)
    assert "unpacks to more than 268,435,456 bytes" in str(shown["findings"])
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(1500):
            archive.writestr(f"../{number}", bytes(100_000))
    shown = ends(inspect, tmp_path / "bomb.zip", made.getvalue())
    said = str(shown["findings"])
    assert "perhaps a bomb" in said and "out of the folder" in said
    assert len(shown["grid"]["rows"]) == 1000


def test_of_many_tables_the_first_are_listed(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "many.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = off")
        connection.execute("CREATE TABLE t0 (v)")
        connection.execute("PRAGMA writable_schema = on")
        connection.execute(  # as many tables as could be there, without the pages of each
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
            " INSERT INTO sqlite_master SELECT 'table', 't' || i, 't' || i, 2,"
            " 'CREATE TABLE t' || i || ' (v)' FROM n"
        )
    shown = inspect(path)
    assert len(shown["tables"]) == 1000
    assert "It has 5,001 tables; the first 1,000 are listed." in str(shown["findings"])


def test_a_huge_memo_is_followed_only_so_far(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "memo.pickle"
    # 1.2 million opcodes that remember, then a name that is put together from the memo.
    path.write_bytes(b"\x80\x04]" + b"\x94" * 1_200_000 + b"cos\nsystem\n.")
    said = str(inspect(path)["findings"])
    assert "Only the first 1,000,000 opcodes were read; the rest may fetch more" in said
    path.write_bytes(b"\x80\x04]r\xff\xff\xff\xff.")
    assert "fetch nothing" in str(inspect(path)["findings"])
    path.write_bytes(b"\x80\x04\x8e" + struct.pack("<Q", 1 << 40) + b"x")
    assert "is not whole" in str(inspect(path)["findings"])


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_each_name_that_loading_fetches_is_named(
    inspect: Any, tmp_path: Path, protocol: int
) -> None:
    import datetime

    value = [datetime.date(2026, 1, 1), eval, Path("x"), random.Random, {1, 2}]
    data = pickle.dumps(value, protocol)
    fetched: set[str] = set()

    class Spy(pickle.Unpickler):
        def find_class(self, module: str, name: str) -> Any:
            fetched.add(f"{module}.{name}")
            return super().find_class(module, name)

    Spy(io.BytesIO(data)).load()
    path = tmp_path / "names.pickle"
    path.write_bytes(data)
    found = inspect(path)["findings"]
    said = " ".join(each["text"] for each in found).replace("__builtin__", "builtins")
    said = said.replace("copy_reg.", "copyreg.")
    assert len(fetched) >= 4
    for name in fetched:
        assert name.replace("__builtin__", "builtins").replace("copy_reg.", "copyreg.") in said
    (runs,) = [each for each in found if each["about"] == "runs"]
    assert "eval" in runs["text"] and runs["level"] == "bad"
    path.write_bytes(pickletools.optimize(data))
    assert [each["about"] for each in inspect(path)["findings"]] == [
        each["about"] for each in found
    ]


def test_a_name_made_while_loading_is_told_as_such(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "hidden.pickle"
    # os and system come out of a list that is built and taken apart: no string is on the stack.
    path.write_bytes(b"\x80\x04(Vos\nVsystem\nt0Nh\x00\x93.")
    assert "No one can tell beforehand which" in str(inspect(path)["findings"])
