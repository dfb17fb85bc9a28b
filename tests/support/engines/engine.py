"""What a test asks of a browser engine, whichever it is."""

from abc import ABC, abstractmethod
from typing import Any

from twicetold.run.patience import Patience

SECONDS = 60  # for anything to happen on a page, and more where all takes longer
AT_ONCE = 5  # seconds for which a page is asked before the clock is
UNTIL = """async arg => {
  const asked = %s;
  const end = performance.now() + %d;
  for (;;) {
    const answer = await asked(arg);
    if (answer || performance.now() > end) return answer || null;
    await new Promise(done => setTimeout(done, 20));
  }
}"""
PLACE = """async ([css, text]) => {
  const found = [...document.querySelectorAll(css)].find(
    each => (text === null || each.textContent.trim() === text) && each.checkVisibility());
  if (!found) return null;
  found.scrollIntoView({ block: "center", behavior: "instant" });
  await new Promise(requestAnimationFrame);
  const { left, top, width, height } = found.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2].map(Math.round);
  return found.contains(document.elementFromPoint(x, y)) ? [x, y] : null;
}"""


class Engine(ABC):
    """A browser engine with one page open, of a reader who was never here.

    Scripts are functions in JavaScript, as text; their argument and answer are plain data.

    Attributes:
        title: its name, as readers know it.
        version: its version.
    """

    title: str
    version: str

    @abstractmethod
    def goto(self, address: str) -> None:
        """Open a page and wait until it is loaded."""

    @abstractmethod
    def reload(self) -> None:
        """Load the page again."""

    @abstractmethod
    def evaluate(self, script: str, arg: Any = None) -> Any:
        """Return what a function answers in the page, after waiting for it."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Give the page so much room, in CSS pixels."""

    @abstractmethod
    def point(self, x: int, y: int) -> None:
        """Click at a place of the window, in CSS pixels."""

    @abstractmethod
    def press(self, keys: str) -> None:
        """Press a key, or several that are joined by `+`."""

    @abstractmethod
    def type(self, text: str) -> None:
        """Type a text, key by key."""

    @abstractmethod
    def complaints(self) -> list[str]:
        """Return the errors that pages told of since this was last asked."""

    @abstractmethod
    def close(self) -> None:
        """End the browser, or what of it is this reader's."""

    def until(self, what: str, script: str, arg: Any = None) -> Any:
        """Ask a function in the page until its answer is true, and return that.

        Args:
            what: what is waited for, for the message.
            script: the function.
            arg: its argument.

        Raises:
            AssertionError: the time is over.
        """
        patience = Patience(SECONDS)
        while left := patience.left():
            asked = UNTIL % (script, 1000 * min(left, AT_ONCE))
            if answer := self.evaluate(asked, arg):
                return answer
        raise AssertionError(f"{what} did not come in {SECONDS} s, or what they are worth here")

    def click(self, css: str, text: str | None = None) -> None:
        """Click in the middle of an element, once nothing covers it.

        Args:
            css: a selector.
            text: all the text in it, or None for any; the first in sight counts.
        """
        self.point(*self.until(f"{css} {text or ''}", PLACE, [css, text]))
