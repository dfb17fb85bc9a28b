"""Each message in the list is in an output on the page that the list leads to."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import lxml.html
import markdown

from guide import messages
from twicetold.base.project import Project
from twicetold.read import page as pages

LEAST = 90  # messages; there were 100 when this was written


PAGE = """---
answers:
  - old-name: this is too long
---

# Errors

## no such folder

??? example "The folder"

    --8<-- "folder.py"

The folder was not made. Make it first:

```text title="Output"
OSError: no such folder: 'a'
```

## A mistake in a statement { #old-name }

```text title="Output"
1. this is too long
OSError: that is too short
OSError: status 404 gone
```

| 1 | more letters than fit | use fewer |

- `too short`: [a letter](a.md) is missing. Add it.

1. `404 gone`: the letter has moved.
   Look for it.
"""


def plain(text: str) -> str:
    """Return a text without types of errors, which may have a module, and without numbers."""
    return re.sub(r"\d+", "…", re.sub(r"\b[\w.]+(?:Error|error|Warning): ", "", text))


def rows(site: Path) -> Iterator[tuple[str, str]]:
    """Yield each message of the list and an address that it leads to, below the site's own."""
    tree = lxml.html.parse(site / "errors" / "index.html")
    for row in tree.xpath("//article//tbody/tr"):
        message, meanings = row.xpath("td")
        for link in meanings.xpath("a/@href"):
            yield message.text_content(), urljoin("/errors/", link)


def problem(site: Path, message: str, address: str) -> str:
    """Return why a message is not explained at an address, or nothing."""
    to = urlsplit(address)
    tree = lxml.html.parse(site / to.path.lstrip("/") / "index.html")
    if to.fragment and not tree.xpath("//*[@id=$id]", id=to.fragment):
        return f"{address}: no such section"
    shown = tree.xpath(
        "//*[contains(@class, 'language-text') or contains(@class, '-pytb')]//code"
    )
    if not any(plain(message) in plain(output.text_content()) for output in shown):
        return f"{address}: no output has {message}"
    return ""


def test_each_message_is_in_an_output_where_it_is_explained(site: Path) -> None:
    found = dict.fromkeys(rows(site))
    assert len({message for message, _ in found}) >= LEAST
    assert [said for row in found if (said := problem(site, *row))] == []


def test_a_message_that_is_nowhere_printed_and_a_section_that_is_gone_are_named(
    site: Path,
) -> None:
    message, address = next(rows(site))
    assert "no output has" in problem(site, f"{message}s", address)
    assert "no such section" in problem(site, message, f"{address}s")


def test_a_meaning_is_the_first_sentence_that_is_not_folded_or_what_an_item_says_of_a_message(
    tmp_path: Path,
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "pyproject.toml").write_text('[tool.twicetold]\nprograms = "both"\n', "utf-8")
    text = PAGE.replace("```text", "```python\nprint()\n```\n\n```text")
    (tmp_path / "docs" / "a.md").write_text(text, "utf-8")
    project = Project(tmp_path)
    found = messages.gather(project, [pages.read(project, project.page("a"))])
    assert {row.text: row.meanings for row in found} == {
        "OSError: no such folder: 'a'": (("The folder was not made", "a.md#no-such-folder"),),
        "this is too long": (("More letters than fit", "a.md#old-name"),),
        "OSError: that is too short": (("A letter is missing", "a.md#old-name"),),
        "OSError: status 404 gone": (("The letter has moved", "a.md#old-name"),),
    }


def test_a_message_with_a_backtick_at_each_end_is_shown_whole() -> None:
    text = "`year` is missing - at `$.books`"
    row = messages.Message("json", text, (("It is not in the file", "a.md"),))
    html = markdown.markdown(messages.table([row]), extensions=["tables"])
    assert [code.text for code in lxml.html.fromstring(html).iter("code")] == [text]
