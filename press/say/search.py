"""Let our own search answer, and tell it what each page and section answers."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from press.markup import Html
from press.site import Site

INDEX = "search/search_index.json"
WORKER = "assets/search.js"
_WORDS = "assets/words.js"  # which is put before it
_THEMES = re.compile(r"assets/javascripts/workers/search\.\w+\.min\.js")
_PROGRAM = re.compile(r"(?<!Output)<pre><code>(.*?)</code></pre>", re.DOTALL)
_WORD = re.compile(r"[^\W_]+")
_SAID = {"one": "One page", "other": "Best match first"}  # of results: how many means nothing


class AnswerError(Exception):
    """A page answers where it has no section; the message says which."""


def press(site: Site) -> None:
    """Put `answers:` of each page into the index, and our worker in place of the theme's.

    Raises:
        AnswerError: if one is said of a section that the index does not have.
    """
    path = site.folder / INDEX
    if not path.is_file():  # another generator's search has another index
        return
    index = json.loads(path.read_text("utf-8"))
    keys = {page.address: key for page, key in site.sourced}
    asked = {key: list(answers(site.front_matter(key))) for key in keys.values()}
    unheard = {(key, section) for key, said in asked.items() for section, _ in said if section}
    for entry in index["docs"]:
        entry.pop("tags", None)
        entry["text"], entry["code"] = split(entry["text"])
        address, _, anchor = entry["location"].partition("#")
        if address in keys:
            said = asked[keys[address]]
            entry["answers"] = [text for section, text in said if section == anchor]
            unheard.discard((keys[address], anchor))
    for key, section in sorted(unheard):
        raise AnswerError(
            f"docs/{key}.md: answers: names the section {section}, which the search does not"
            " have: write the end of its address, as the built page has it"
        )
    index["config"]["repository"] = site.project.config["repo_url"].rstrip("/")
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, "utf-8", newline="\n")
    for worker in site.folder.glob("assets/javascripts/workers/search.*"):
        worker.unlink()
    words, worker = site.folder / _WORDS, site.folder / WORKER
    worker.write_text(words.read_text("utf-8") + worker.read_text("utf-8"), "utf-8")
    words.unlink()
    for html in site.html.values():
        _ask_ours(html)


def answers(said: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each section and a question that it answers; the page itself has no name.

    Args:
        said: what a page says in its front matter; an entry of `answers` is a question, or the
            name of a section and a question.
    """
    for entry in said.get("answers", ()):
        yield from entry.items() if isinstance(entry, dict) else [("", entry)]


def split(text: str) -> tuple[str, str]:
    """Return a section without its programs, and the words that only they say, each once.

    Programs were two fifths of the index, and no result shows them.

    Args:
        text: HTML of the section, as MkDocs puts it into the index.
    """
    rest = _PROGRAM.sub("", text)
    said = {word.lower() for word in _WORD.findall(rest)}
    code = unescape(" ".join(_PROGRAM.findall(text))).lower()
    return rest, " ".join(dict.fromkeys(w for w in _WORD.findall(code) if w not in said))


def _ask_ours(html: Html) -> None:
    """Name our worker in the settings of a page, and what the theme says above results."""
    for place, tag in enumerate(html.parts):
        if not isinstance(tag, str) and tag.get("id") == "__config":
            text, end, rest = str(html.parts[place + 1]).partition("</script>")
            config = json.loads(text)
            config["search"] = _THEMES.sub(WORKER, config["search"])
            for number, text in _SAID.items():
                config["translations"][f"search.result.{number}"] = text
            text = json.dumps(config).replace("<", "\\u003c")
            html.parts[place + 1] = f"{text}{end}{rest}"
