"""Looking into pickles, texts and other files of the folder; nothing is loaded."""

import dbm.dumb
import os
import pickle
import shelve
import struct
from pathlib import Path
from typing import Any, cast

import pytest


def said_of(shown: dict[str, Any]) -> str:
    return " ".join(str(each["text"]) for each in shown["findings"])


class Malicious:
    """Leaves a file behind when it is loaded."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (str(self.mark),)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_malicious_pickle_is_shown_and_not_executed(
    inspect: Any, tmp_path: Path, protocol: int
) -> None:
    mark = tmp_path / "executed"
    path = tmp_path / "bad.pickle"
    path.write_bytes(pickle.dumps(Malicious(mark), protocol))
    shown = inspect(path)
    assert shown["kind"] == "pickle"
    assert "REDUCE" in [line["name"] for line in shown["opcodes"]]
    assert "mkdir" in " ".join(line["argument"] for line in shown["opcodes"])
    assert not mark.exists()
    pickle.loads(path.read_bytes())
    assert mark.exists(), "this pickle would have shown nothing"


def test_all_pickles_of_a_file_are_shown(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_bytes(pickle.dumps([1]) + pickle.dumps("two") + b"~")
    lines = inspect(path)["opcodes"]
    assert [line["pickle"] for line in lines if line.get("name") == "STOP"] == [1, 2]
    assert lines[-1]["pickle"] == 3
    assert "unknown" in lines[-1]["error"]


def test_a_pickle_cut_short_is_shown_up_to_there(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "short.pkl"
    path.write_bytes(pickle.dumps({"title": "Emma"})[:-3])
    lines = inspect(path)["opcodes"]
    assert "'Emma'" in [line.get("argument") for line in lines]
    assert "error" in lines[-1]


def test_a_long_pickle_comes_by_the_page_and_is_cut(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "long.pickle"
    path.write_bytes(pickle.dumps([b"x" * 1000, 10**5000, "y" * 1000, *range(400_000)]))
    first = inspect(path, limit=20)
    assert first["more"] and len(first["opcodes"]) == 20
    assert "cut" not in first
    arguments = [line["argument"] for line in first["opcodes"]]
    assert any(one.endswith("… (1,000 bytes)") for one in arguments)
    assert any(one.endswith("… (1,000 characters)") for one in arguments)
    assert any("bits" in one for one in arguments)
    second = inspect(path, limit=20, offset=20)
    assert second["opcodes"][0]["at"] > first["opcodes"][-1]["at"]


def test_no_bytes_make_the_look_fail(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "any.pickle"
    whole = pickle.dumps([Path("x"), b"y", 1 << 70, {"z": 0.5}], 2)
    for place in range(len(whole)):
        for value in (0, 46, 76, 128, 141, 142, 150, 255):
            path.write_bytes(whole[:place] + bytes([value]) + whole[place + 1 :])
            assert inspect(path)["opcodes"]
    path.write_bytes(b"L" + b"9" * 5000 + b"L\n.")
    assert "error" in inspect(path)["opcodes"][-1]
    path.write_bytes(b"\x8e" + struct.pack("<Q", 2**60) + b".")
    assert "error" in inspect(path)["opcodes"][-1]


def test_a_shelf_of_dbm_dumb_shows_the_pickle_of_each_key(inspect: Any, tmp_path: Path) -> None:
    with shelve.Shelf[Any](cast(Any, dbm.dumb.open(str(tmp_path / "shelf")))) as shelf:
        shelf["emma"] = {"year": 1815}
        shelf["käse"] = [1, 2]
    lines = inspect(tmp_path / "shelf.dat")["opcodes"]
    assert {line["key"] for line in lines} == {"emma", "käse"}
    assert [line["at"] for line in lines if line["name"] == "PROTO"] == [0, 512]
    assert not [line for line in lines if "error" in line]
    index = inspect(tmp_path / "shelf.dir")
    assert index["kind"] == "dumb" and "emma" in index["text"]
    assert "2 keys" in said_of(index)


@pytest.mark.parametrize(
    ("name", "content", "kind", "complaint"),
    [
        ("a.json", '{"a": [1, "é"]}', "json", None),
        ("b.json", '{"a": [1,]}', "json", "line 1 column"),
        ("deep.json", "[" * 200_000, "json", "More than 100,000 brackets"),
        ("list.json", "[" * 1000 + "]" * 1000, "json", None),
        ("state", '{"a": 1}', "json", None),
        ("log.jsonl", '{"a": 1}\n\n{"a": 2}\n', "jsonl", None),
        ("bad.jsonl", '{"a": 1}\n{"a"', "jsonl", "Expecting"),
        ("a.csv", 'a,b\n1,"x, y"\n', "csv", None),
        ("b.csv", "a,b\n1\n", "csv", "row 2 has 1 fields, row 1 has 2"),
        ("c.csv", 'a,"b\n1', "csv", "unexpected end"),
        ("a.tsv", "a\tb, c\n1\t2\n", "csv", None),
        ("a.toml", "a = 1\n[b]\nc = 2\n", "toml", None),
        ("b.toml", "a = \n", "toml", "line 1"),
    ],
)
def test_a_text_is_shown_with_whether_it_parses(
    inspect: Any, tmp_path: Path, name: str, content: str, kind: str, complaint: str | None
) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8", newline="")
    shown = inspect(path)
    assert shown["kind"] == kind
    assert shown["text"] == content[: 64 * 1024]
    said = said_of(shown)
    assert ("does not parse" if complaint else "It parses") in said
    assert (complaint or "") in said


def test_other_text_is_shown_as_it_is(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes("\ufeffnaïve\r\n<script>alert(1)</script>\n".encode())
    assert inspect(path)["text"] == "naïve\r\n<script>alert(1)</script>\n"
    path.write_bytes("wide".encode("utf-16"))
    assert inspect(path)["text"] == "wide"
    path.write_bytes("na\xefve in another encoding".encode("latin-1"))
    shown = inspect(path)
    assert shown["text"] == "na\\xefve in another encoding"
    assert "0xef in position 2" in said_of(shown)
    assert "In Windows-1252 it would read: naïve in another" in said_of(shown)


def test_a_long_text_is_cut_between_characters(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "long.json"
    path.write_text("é" * 600_000, "utf-8")
    shown = inspect(path)
    assert shown["text"] == "é" * shown["cut"]
    assert "Not all of it" not in said_of(shown)


def test_other_files_are_a_hex_dump_by_the_page(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "data.bin"
    path.write_bytes(bytes(range(256)) * 8)
    shown = inspect(path)
    assert shown["kind"] == "bytes" and len(shown["lines"]) == 32
    assert shown["lines"][4]["ascii"] == "@ABCDEFGHIJKLMNO"
    assert shown["lines"][4]["hex"].startswith("40 41 42")
    assert [line["at"] for line in inspect(path, offset=2040)["lines"]] == [2032]


def test_a_write_ahead_log_is_named_as_such(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.db-wal"
    path.write_bytes(b"\x37\x7f\x06\x82" + bytes(28))
    assert inspect(path)["kind"] == "wal"
    assert "Write-ahead log of a SQLite database" in said_of(inspect(path))


def test_what_is_no_file_is_said(inspect: Any, tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    assert inspect(tmp_path / "empty.db")["kind"] == "empty"
    assert inspect(tmp_path / "nothing")["kind"] == "missing"
    (tmp_path / "in").mkdir()
    assert inspect(tmp_path / "in")["kind"] == "folder"
