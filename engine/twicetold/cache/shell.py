"""Say what of a page's texts can't be followed: shell programs, databases that SQL opens."""

import re
import shlex

from twicetold.read.model import OUTPUT, Page

# They touch what they are given and nothing else.
COMMANDS = frozenset(
    (
        *("python", "python3", "cat", "cd", "chmod", "cmp", "cp", "diff", "echo", "exit"),
        *("export", "false", "head", "ls", "mkdir", "mv", "printf", "rm", "rmdir", "set"),
        *("sort", "tail", "test", "touch", "true", "wc"),
    )
)
_LEADS_OUT = re.compile(
    r"[`~<(){}]|\$(?!PWD|\?)|\.\.|(?:^|[\s\"'=:])/(?!dev/null\b)", re.MULTILINE
)
_PARTS = re.compile(r"&&|\|\||[;|&\n]")
_UNGUARDED = re.compile(r"^-(?!-)\w*[EIS]")
# What opens files without a word to Python, and what could lead it out of the folder.
_UNSEEN = re.compile(
    r"\battach\b|\bdbm\.(?:gnu|ndbm)\b|\b_?gdbm\b|\bload_verify", re.IGNORECASE
)
_ABSOLUTE = re.compile(r"[\"'\s=:(]/\w|\.\./|\bsys\.|expanduser")


def doubt(page: Page) -> str:
    """Return why what a page's programs ask for can't be known from a run, or nothing.

    Args:
        page: the page.
    """
    for each in page.examples:
        if each.language == "sh" and (command := unknown(each.source.text)):
            return f"{each.name}: {command}"
    for file in page.files:
        text = "" if file.kind == OUTPUT else file.data.decode("utf-8", "replace")
        if (found := _UNSEEN.search(text)) and _ABSOLUTE.search(text):
            return f"{file.name}: {found[0]}"
    return ""


def unknown(text: str) -> str:
    """Return what of a shell program can't be followed, or nothing.

    Args:
        text: the program.
    """
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    text = re.sub(r"\d?>&\d|\\\n", " ", "\n".join(lines))
    if found := _LEADS_OUT.search(text):
        return found[0].strip()
    for part in _PARTS.split(text):
        try:
            words = shlex.split(part, comments=True)
        except ValueError:
            return part.strip()
        if not words:
            continue
        if words[0] not in COMMANDS:
            return words[0]
        if words[0] == "export" and not re.fullmatch(r"XDG_\w+=.*", " ".join(words[1:])):
            return part.strip()
        if words[0].startswith("python") and any(map(_UNGUARDED.match, words[1:])):
            return part.strip()
    return ""
