"""Find the HTML of a page's text that is never closed: it may swallow the fences below."""

import re
from html.parser import HTMLParser

from twicetold.base.fault import Fault
from twicetold.read import comments, layout
from twicetold.read.scan import Fence

_VOID = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"),
    *("track", "wbr"),
}
_UNFINISHED = re.compile(r"<!(?!--)|<\?|</?[A-Za-z][^<>]*(<|\n[ \t]*\n|\Z)")
_HIDES = {"button", "math", "noscript", "script", "select", "style", "svg", "template"}


def faults(lines: list[str], fences: list[Fence], where: str) -> list[Fault]:
    """Return a fault for each tag that is not closed, or closes nothing.

    Args:
        lines: the page, its front matter blank.
        fences: those in it, which are left out.
        where: its name in a message.
    """
    text = "\n".join(map(comments.bare, layout.outside(lines, fences)))
    checker = _Checker(where)
    checker.feed(f"{text}\n")
    checker.close()
    for fence in fences:
        for first, last, name in checker.hidden:
            if first < fence.line < last:
                checker.fault(fence.line, f"no reader sees this fence: it is in <{name}>")
    for line, name in checker.open:
        checker.fault(line, f"<{name}> is never closed; end it with </{name}>")
    for match in _UNFINISHED.finditer(text):
        number = text.count("\n", 0, match.start()) + 1
        start = match[0].split("\n")[0]
        checker.fault(number, f"{start:.20} is no tag that ends; write &lt; for <")
    return checker.faults


class _Checker(HTMLParser):
    """Notes the tags that are open."""

    def __init__(self, where: str) -> None:
        super().__init__()
        self.where = where
        self.open: list[tuple[int, str]] = []
        self.faults: list[Fault] = []
        self.hidden: list[tuple[int, int, str]] = []  # the lines of what shows no fence

    def fault(self, line: int, message: str) -> None:
        self.faults.append(Fault(self.where, line, message))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID and not re.search(r"[:@.]", tag):
            self.open.append((self.getpos()[0], tag))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Let `<br/>` pass, which opens nothing."""

    def handle_endtag(self, tag: str) -> None:
        names = [name for _, name in self.open]
        if tag not in names:
            self.fault(self.getpos()[0], f"</{tag}> closes nothing; take it out")
            return
        while self.open:
            line, name = self.open.pop()
            if name in _HIDES:
                self.hidden.append((line, self.getpos()[0], name))
            if name == tag:
                return
            self.fault(line, f"<{name}> is not closed before </{tag}>; end it with </{name}>")
