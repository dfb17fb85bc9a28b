"""Write docs/sw.js: what it is to keep, before the code of web/src/offline/sw.js."""

import hashlib
import json
from pathlib import Path

LEFT_OUT = {".br", ".gz", ".map", ".whl"}  # a wheel is kept once a page has asked for it


def files(docs: Path) -> list[Path]:
    """Return the files that running programs needs, in order of their paths.

    Args:
        docs: the folder of the pages; what was put together is in assets/run.
    """
    return sorted(
        path
        for path in (docs / "assets" / "run").rglob("*")
        if path.suffix and path.suffix not in LEFT_OUT and path.is_file()
    )


def write(docs: Path, source: Path, fixed: list[str]) -> None:
    """Write the service worker.

    Args:
        docs: the folder of the pages; the root of the site, so that all of it is in scope.
        source: web/src/offline/sw.js.
        fixed: folders in assets/run whose names change with their content.
    """
    carried = files(docs)
    assets = (*sorted((docs / "assets").glob("*.css")), docs / "assets" / "site.js")
    own = [*assets, source]
    digest = hashlib.sha256()
    for path in (*carried, *own):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    built = {
        "version": digest.hexdigest()[:16],
        "files": [path.relative_to(docs).as_posix() for path in carried],
        "fixed": [f"assets/run/{name}/" for name in fixed],
    }
    head = f"const BUILT = {json.dumps(built, ensure_ascii=True)};\n"
    (docs / "sw.js").write_text(head + source.read_text("utf-8"), "utf-8")
