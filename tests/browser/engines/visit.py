"""A reader at the site, with any engine: what they press, and what they wait for."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ops.tools.engines.engine import Engine

READY = """() => {
  const waits = document.querySelector("pdp-run:empty, pdp-page:empty, proven-mark:empty");
  return Boolean(document.querySelector("pdp-page[role]")) && !waits
    && Boolean(document.querySelector("proven-mark"));
}"""
ENDED = """css => {
  const bar = document.querySelector(css);
  return bar.dataset.verdict && bar.querySelector(".run__status").textContent;
}"""
FOLDER = "() => Boolean(document.querySelector('pdp-folder .folder__open'))"
TEXT = "css => document.querySelector(css)?.value"
IN_SIGHT = "css => Boolean(document.querySelector(css)?.checkVisibility())"
FOCUSED = "css => document.activeElement.matches(css)"


@dataclass(frozen=True)
class Visit:
    """A reader at the site.

    Args:
        engine: what they read with.
        site: the folder of the built site.
        address: where it is served.
        end: ends the server.
    """

    engine: Engine
    site: Path
    address: str
    end: Callable[[], None]

    def open(self, path: str) -> None:
        """Open a page and wait for its bars."""
        self.engine.goto(f"{self.address}{path}")
        self.engine.until("the bars of a page", READY)

    def reload(self) -> None:
        """Load the page again and wait for its bars."""
        self.engine.reload()
        self.engine.until("the bars of a page", READY)

    def press(self, name: str, button: str) -> None:
        """Press a button of a program's bar."""
        self.engine.click(f"{bar(name)} button", button)

    def run(self, name: str) -> str:
        """Run a program and return what its bar says at the end."""
        self.press(name, "Run")
        return self.ended(name)

    def ended(self, name: str) -> str:
        """Wait for the end of a run and return what its bar says."""
        said: str = self.engine.until("the end of a run", ENDED, bar(name))
        return said

    def look(self) -> None:
        """Open the folder of the page."""
        self.engine.click("pdp-page button", "Folder")
        self.engine.until("the folder below the programs", FOLDER)

    def write(self, name: str, text: str) -> None:
        """Type a text in the place of all that is in a program's editor."""
        if self.engine.evaluate(IN_SIGHT, editor(name)):
            self.engine.click(editor(name))
        else:
            self.press(name, "Edit")
        self.engine.until("the focus in the editor", FOCUSED, editor(name))
        self.engine.press("Control+a")
        self.engine.type(text)
        written = self.engine.evaluate(TEXT, editor(name))
        assert written == text, f"the editor has {written!r} of {text!r}"


def bar(name: str) -> str:
    """Return the selector of a program's bar."""
    return f'pdp-run[aria-label="Run {name} in this browser"]'


def editor(name: str) -> str:
    """Return the selector of a program's editor."""
    return f'textarea[aria-label="Text of {name}"]'
