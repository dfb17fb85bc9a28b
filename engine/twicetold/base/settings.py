"""Read `[tool.twicetold]` of pyproject.toml: where a site's parts are, and its own rules."""

import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from twicetold.base.fault import did_you_mean

_TABLE = "[tool.twicetold]"
_CHOICES: dict[str, tuple[object, ...]] = {
    "programs": ("both", "snippets", "inline", "any"),
    "runs": (1, 2),
    "warnings": ("error", "default"),
}
_FROM_ZERO = {"ahead"}
_KINDS = {str: "text", bool: "true or false", int: "a number", tuple: "a list of texts"}


class SettingsError(ValueError):
    """A setting that can't be used; the message names its file and line."""


@dataclass(frozen=True)
class Settings:
    """What a site may set; the defaults suit one that sets nothing.

    Args:
        pages: the folder of the Markdown pages.
        programs: where programs may be: `inline`, in the page; `snippets`, in files that it
            embeds; or `both`; `any` if the pages were not written for this engine.
        snippets: the folder of those files, in it one folder a page.
        shared: the name of a folder in that one, with files that several pages may embed; none
            if this is empty.
        output: the title that each output needs; none if this is empty.
        runs: how often a page is run in its folder, 1 or 2.
        timeout: the seconds that a program may take, unless a mark says otherwise; more on a
            slow machine.
        ahead: how many pages are run before their turn, if there are as many processors more.
        warm: installed modules to import once, for all programs that import one of them.
        network: whether programs may reach other machines.
        warnings: `error`, so that no program may give a warning or leave a file open; or
            `default`, as Python does.
        renew: the command that messages advise to write outputs, with `{page}` for the page.
        record: the command that messages advise to write a receipt.
        prove: the command that messages advise to run what no receipt tells of.
        matrix: the command that messages advise to run the programs on other Pythons.
        unlisted: patterns of pages that `nav:` of mkdocs.yml need not list.
        site: the folder of the built HTML.
        receipts: the folder of the receipts.
        brought: files that hold more receipts, such as one from elsewhere.
        gathered: the file to which `gather` writes all that is true now; if empty, to none.
        locks: a pattern of files; an `importorskip` may name the packages that they name.
        environment: the lock of what each Python gets for `matrix`.
        mutants: the list of what no page could notice, with the reasons.
        baseline: the file with what fails on pages that were not written for this engine.
        cache: the folder of what is known of green pages, for `--skip-unchanged`.
    """

    pages: str = "docs"
    programs: str = "both"
    snippets: str = "snippets"
    shared: str = ""
    output: str = ""
    runs: int = 2
    timeout: int = 20
    ahead: int = 3
    warm: tuple[str, ...] = ()
    network: bool = False
    warnings: str = "error"
    renew: str = "twicetold outputs {page}"
    record: str = "twicetold run --receipt"
    prove: str = "twicetold prove"
    matrix: str = "twicetold matrix"
    unlisted: tuple[str, ...] = ()
    site: str = "site"
    receipts: str = "receipts"
    brought: tuple[str, ...] = ()
    gathered: str = ""
    locks: str = "requirements*.txt"
    environment: str = "requirements.txt"
    mutants: str = "mutants.toml"
    baseline: str = "twicetold.json"
    cache: str = ".cache/twicetold"

    def renewing(self, key: str) -> str:
        """Return the command that writes the outputs of a page.

        Args:
            key: of the page.
        """
        return self.renew.replace("{page}", key)

    @property
    def title(self) -> str:
        """The title of an output, where one is needed or advised."""
        return self.output or "Output"

    @property
    def rounds(self) -> tuple[bool, ...]:
        """For each run of a page, whether it is the second."""
        return (False, True)[: self.runs]


def read(root: Path) -> Settings:
    """Return the settings of a project; the defaults where it has none.

    Args:
        root: the folder that holds pyproject.toml.

    Raises:
        SettingsError: if a key is unknown or a value is not of its kind.
    """
    file = root / "pyproject.toml"
    text = file.read_text("utf-8") if file.is_file() else ""
    try:
        said: dict[str, Any] = tomllib.loads(text).get("tool", {}).get("twicetold", {})
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file.name}: this is not TOML: {error}") from None
    defaults = {each.name: each.default for each in fields(Settings)}
    for key, value in said.items():
        if problem := _problem(key, value, defaults):
            raise SettingsError(f"{file.name}:{_line(text, key)}: {problem}")
    said.update({key: tuple(value) for key, value in said.items() if isinstance(value, list)})
    return Settings(**said)


def _problem(key: str, value: object, defaults: dict[str, Any]) -> str:
    """Return what is wrong with a setting, or nothing."""
    if key not in defaults:
        hint = did_you_mean(key, defaults) or f"; there are {', '.join(defaults)}"
        return f'{_TABLE} has no "{key}"{hint}'
    allowed = _CHOICES.get(key)
    if allowed and (value not in allowed or isinstance(value, bool)):
        hint = did_you_mean(str(value), map(str, allowed))
        wanted = " or ".join(map(repr, allowed)).replace("'", '"')
        return f"{_TABLE} {key} is {wanted}, not {value!r}{hint}"
    kind = type(defaults[key])
    texts = kind is tuple and isinstance(value, list) and all(isinstance(v, str) for v in value)
    if type(value) is not kind and not texts:
        return f"{_TABLE} {key} is {_KINDS[kind]}, not {value!r}"
    if key == "shared" and not re.fullmatch(r"[\w-]*", str(value)):
        return f"{_TABLE} shared is the name of a folder in `snippets`, not {value!r}"
    least = 0 if key in _FROM_ZERO else 1
    if kind is int and isinstance(value, int) and value < least:
        return f"{_TABLE} {key} is {least} or more, not {value}"
    return ""


def _line(text: str, key: str) -> int:
    """Return the line of a key in the table; 1 if it is written in another way."""
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("["):
            inside = line.strip().startswith(_TABLE)
        elif inside and line.partition("=")[0].strip().strip("\"'") == key:
            return number
    return 1
