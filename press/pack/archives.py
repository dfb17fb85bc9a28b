"""Pack each page's folder to take away: programs, inputs, outputs and the commands to type."""

import zipfile
from html import escape
from pathlib import Path

from press.say.twins import twin
from press.site import Page, Site
from twicetold.read import page as pages
from twicetold.read.model import INPUT, OUTPUT, Example

ALL = "programs.zip"
_README = """{heading}
{line}

These are the programs of {url}
in the folder programs/, and what they print in outputs/.{inputs}
Type, in this order:

    cd programs
{commands}

Each is a process of its own and finds what those before it left in the
folder. {again} can be run again in the same folder.
"""
_INPUTS = " The files in\nprograms/ that are no programs are their input."
_AGAIN = {False: "All of them", True: "Those that are not for once only"}
_FOOT = """<p class="take">
<a href="{markdown}" type="text/markdown">This page as Markdown</a>{archive}
</p>
"""
_ARCHIVE = """
<a href="{name}" type="application/zip" download>Its programs, inputs and outputs as ZIP</a>"""


def press(site: Site) -> None:
    """Write an archive a page and one of all; link them at the end of the page."""
    everything: dict[str, bytes] = {}
    for page, key in site.sourced:
        files = contents(site, page, key)
        name = archive(key)
        if files:
            folder = name.removesuffix(".zip")
            inside = {f"{folder}/{path}": data for path, data in files.items()}
            pack(page.path.with_name(name), inside)
            everything |= {f"{key}/{path}": data for path, data in files.items()}
        linked = _ARCHIVE.format(name=name) if files else ""
        foot = _FOOT.format(markdown=escape(Path(twin(page)).name), archive=linked)
        page.html.before_article_end(foot)
    pack(site.folder / ALL, {f"programs-of-the-pages/{p}": d for p, d in everything.items()})


def archive(key: str) -> str:
    """Return the name of a page's archive, beside the page."""
    return f"{key.removesuffix('/index').rpartition('posts/')[2].replace('/', '-')}.zip"


def contents(site: Site, page: Page, key: str) -> dict[str, bytes]:
    """Return the files of a page's archive by their paths in it; none without programs.

    Args:
        site: where the sources are.
        page: the page.
        key: its key.
    """
    project = site.project
    read = pages.read(project, project.page(key))
    if not read.examples:
        return {}
    files = {
        f"{'outputs' if file.kind == OUTPUT else 'programs'}/{file.name}": file.data
        for file in read.files
    }
    text = _README.format(
        heading=page.heading,
        line="=" * len(page.heading),
        url=f"{site.url}{page.address}",
        inputs=_INPUTS if any(file.kind == INPUT for file in read.files) else "",
        again=_AGAIN[any(each.marks.once for each in read.examples)],
        commands="\n".join(f"    {command(each)}" for each in read.examples),
    )
    return {"README.txt": text.encode("utf-8"), **files}


def command(example: Example) -> str:
    """Return what to type for an example, and what it needs or shows."""
    typed = f"{'sh' if example.language == 'sh' else 'python'} {example.name}"
    remarks = [f"not everywhere: {reason}" for _, reason in example.marks.conditions]
    if example.marks.needs:
        remarks.append(f"needs {example.marks.needs}")
    if example.must_fail:
        remarks.append("fails, which is what it shows")
    if example.marks.once:
        remarks.append("once only")
    return f"{typed:32}# {'; '.join(remarks)}" if remarks else typed


def pack(target: Path, files: dict[str, bytes]) -> None:
    """Write a ZIP whose bytes depend on nothing but the files.

    Args:
        target: where.
        files: by their paths in it.
    """
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for path, data in sorted(files.items()):
            entry = zipfile.ZipInfo(path)  # of 1980: no clock
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # or it would name the system that packed it
            made.writestr(entry, data)
