"""What a test asks of a browser engine, whichever it is."""

from abc import ABC, abstractmethod
from typing import Any

from twicetold.run.patience import Patience

SECONDS = 60  # for anything to happen on a page, and more where all takes longer
WORTH = f"{SECONDS} s, or what they are worth here"
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
  if (!found.contains(document.elementFromPoint(x, y))) return null;
  // What moves before the click comes is not what is clicked: then nothing is. Of what a script
  // says of that, Firefox shows the next one only what is in the document.
  const { dataset } = document.documentElement;
  const number = dataset.aimed = String(Number(dataset.aimed ?? 0) + 1);
  const aimed = new AbortController();
  const through = { capture: true, signal: aimed.signal };
  dataset.clicked = "";
  for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"]) {
    window.addEventListener(type, event => {
      if (dataset.aimed !== number) return aimed.abort();
      if (!event.isTrusted) return;
      if (!event.composedPath().includes(found)) dataset.clicked = "missed";
      if (dataset.clicked) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      if (type !== "click") return;
      dataset.clicked ||= "hit";
      aimed.abort();
    }, through);
  }
  return [x, y];
}"""
SAID = """() => [...document.querySelectorAll("[role=status]")]
  .map(each => each.textContent.trim()).filter(Boolean)"""
CLICKED = "() => document.documentElement.dataset.clicked"


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
        said = "; ".join(self.evaluate(SAID))
        raise AssertionError(f"{what} did not come in {WORTH}; the page says: {said}")

    def click(self, css: str, text: str | None = None) -> None:
        """Click in the middle of an element, once nothing covers it and it keeps its place.

        Args:
            css: a selector.
            text: all the text in it, or None for any; the first in sight counts.

        Raises:
            AssertionError: it was not hit in time.
        """
        what = f"{css} {text or ''}"
        patience = Patience(SECONDS)
        while patience.left():
            self.point(*self.until(what, PLACE, [css, text]))
            if self.evaluate(UNTIL % (CLICKED, 1000 * AT_ONCE)) == "hit":
                return
        raise AssertionError(f"{what} was not hit in {WORTH}")
