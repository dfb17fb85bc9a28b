"""Which section of the site explains a finding: its address, and its heading."""

_CRASH = ("concepts/crashes/", "What a crash can do")
_ATOMIC = ("files/atomic-write/", "Save a file so that a crash does not leave half")
_WAL = (
    "sqlite/wal/#the-wal-file-is-part-of-the-database",
    "The -wal file is part of the database",
)
_SHELF = ("key-value/shelve/#which-files-it-writes", "Which files it writes")
_DAMAGED = ("sqlite/damaged/", "database disk image is malformed")
_OTHER = ("pickle/other-versions/#invalid-load-key-v", "invalid load key, 'v'")
_SETTINGS = ("files/config/", "Settings: TOML, INI, YAML, environment")
_CODE = ("pickle/code-execution/", "Why loading a pickle can run code")

SECTIONS: dict[str, tuple[str, str] | None] = {
    "also": None,
    "archive": None,
    "array": ("pickle/untrusted/", "Restrict an untrusted pickle"),
    "bomb": ("pickle/untrusted/#a-small-file-a-large-object", "A small file, a large object"),
    "bytes": None,
    "check": _DAMAGED,
    "checked": None,
    "commit": ("tutorial/lost/", "Why did my data disappear?"),
    "csv": ("files/csv/", "Write and read CSV"),
    "cut": _ATOMIC,
    "damage": _DAMAGED,
    "dbm": _SHELF,
    "dumb": ("key-value/shelve/", "Keep a dict on disk with shelve"),
    "empty": _ATOMIC,
    "encoding": ("files/text/", "Text files: encoding, line ends, BOM"),
    "globals": _CODE,
    "hot": _CRASH,
    "html": _OTHER,
    "ini": _SETTINGS,
    "json": ("files/json/", "JSON with datetimes, Decimal, sets and dataclasses"),
    "json-break": (
        "tutorial/remember/#jsondecodeerror-expecting-value",
        "JSONDecodeError: Expecting value",
    ),
    "jsonl": ("files/json-lines/", "JSON Lines: append records to a file"),
    "lfs": _OTHER,
    "limit": None,
    "nan": ("files/json/#nan-is-not-json", "NaN is not JSON"),
    "no-journal": None,
    "pickle": ("pickle/untrusted/", "Restrict an untrusted pickle"),
    "pickle-cut": (
        "pickle/#eoferror-ran-out-of-input",
        "EOFError: Ran out of input",
    ),
    "plain": None,
    "runs": ("pickle/untrusted/", "Restrict an untrusted pickle"),
    "shelf": ("key-value/shelve/#which-files-it-writes", "Which files it writes"),
    "sqlite": ("sqlite/open/", "Open a SQLite database the right way"),
    "toml": _SETTINGS,
    "user-version": ("sqlite/migrate/", "Migrate the schema of a SQLite file"),
    "wal": _WAL,
    "wal-alone": _WAL,
    "journal-alone": _CRASH,
}
