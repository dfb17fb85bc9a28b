"""Repack the standard library for a fast start: compiled, with dbm, without the useless."""

import importlib
import importlib.util
import marshal
import pathlib
import re
import sys
import zipfile

# What the programs of the site import, beside what every start imports.
IMPORTED = """
base64 bz2 collections.abc concurrent.futures contextlib csv dataclasses datetime dbm.dumb
dbm.sqlite3 decimal enum functools gc gzip hashlib heapq hmac importlib.metadata
importlib.resources importlib.util inspect io itertools json marshal math os pathlib pickle
pickletools platform random re secrets shelve shutil signal sqlite3 stat string subprocess
tempfile textwrap threading time tomllib traceback types typing uuid warnings weakref zlib
"""

# What needs a terminal, a window, a network or processes, or only tests other things.
USELESS = """
_aix_support _android_support _apple_support _ios_support _osx_support _pydatetime _pyio _pyrepl
bdb cProfile cgi curses doctest ensurepip ftplib http/cookiejar http/server idlelib
imaplib lib2to3 logging/handlers mailbox mimetypes optparse pdb poplib profile pstats pydoc
pydoc_data smtplib socketserver tkinter trace turtle turtledemo webbrowser wsgiref xmlrpc
"""

# Alphabets of single systems, and of languages whose codecs Pyodide leaves out anyway.
RARE = re.compile(
    r"encodings/(?!__init__|aliases|ascii|base64|bz2|charmap|cp(437|85[02]|125\d)\.|hex|idna"
    r"|iso8859_(1|2|15)\.|koi8_[ru]|latin|mac_roman\.|punycode|quopri|raw|rot|undefined|unicode"
    r"|utf|uu|zlib)"
)


def is_useless(name: str) -> bool:
    return bool(RARE.match(name)) or any(
        name == f"{u}.py" or name.startswith(f"{u}/") for u in USELESS.split()
    )


def compiled(name: str, source: bytes) -> bytes:
    """Return a module as .pyc whose source is never looked for."""
    code = compile(source, f"/lib/python/{name}", "exec", dont_inherit=True, optimize=0)
    head = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little")
    return head + importlib.util.source_hash(source) + marshal.dumps(code)


def used() -> set[str]:
    """Return the paths in the library of the modules that programs import."""
    sys.path.insert(0, "/repack")
    for module in IMPORTED.split():
        importlib.import_module(module)
    paths = set()
    for loaded in tuple(sys.modules.values()):
        file = getattr(loaded, "__file__", None) or ""
        for root in ("/lib/python314.zip/", "/repack/"):
            if file.startswith(root):
                paths.add(file.removeprefix(root))
    return paths


def main() -> None:
    pathlib.Path("imported.txt").write_text(IMPORTED)
    hot = used()
    with (
        zipfile.ZipFile("shipped.zip") as shipped,
        zipfile.ZipFile("repacked.zip", "w", zipfile.ZIP_STORED) as target,
    ):
        files = {name: shipped.read(name) for name in shipped.namelist()}
        for path in pathlib.Path("dbm").iterdir():
            files[f"dbm/{path.name}"] = path.read_bytes()
        for name in sorted(files):
            if name.endswith("/") or is_useless(name):
                continue
            data = files[name]
            if name in hot:
                name, data = f"{name}c", compiled(name, data)
            target.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data)


main()
