"""Each message in the list is in an output on the page that the list leads to."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import lxml.html
import markdown
import pytest

from guide import messages
from twicetold.base.project import Project
from twicetold.read import page as pages

MEANINGS = "guide/lists/meanings.toml"
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


def rows(site: Path) -> Iterator[tuple[str, str, str]]:
    """Yield each message of the list, an address that it leads to, and what it means there."""
    tree = lxml.html.parse(site / "errors" / "index.html")
    for row in tree.xpath("//article//tbody/tr"):
        message, meanings = row.xpath("td")
        for link in meanings.xpath("a"):
            address = urljoin("/errors/", link.get("href"))
            yield message.text_content(), address, link.text_content()


def problem(site: Path, message: str, address: str, meaning: str = "") -> str:
    """Return why a message is not explained at an address, or nothing."""
    to = urlsplit(address)
    tree = lxml.html.parse(site / to.path.lstrip("/") / "index.html")
    if to.fragment and not tree.xpath("//*[@id=$id]", id=to.fragment):
        return f"{address}: no such section"
    for heading in tree.xpath("//*[@id=$id]", id=to.fragment) or tree.xpath("//article//h1"):
        if heading.text_content().rstrip("#").strip() == meaning:
            return f"{address}: a heading, not the meaning; say it in {MEANINGS}: {message}"
    shown = tree.xpath(
        "//*[contains(@class, 'language-text') or contains(@class, '-pytb')]//code"
    )
    if not any(plain(message) in plain(output.text_content()) for output in shown):
        return f"{address}: no output has {message}"
    return ""


def test_each_message_is_in_an_output_where_it_is_explained(site: Path) -> None:
    found = dict.fromkeys(rows(site))
    assert len({message for message, *_ in found}) >= LEAST
    assert [said for row in found if (said := problem(site, *row))] == []


def test_a_message_that_is_nowhere_printed_and_a_section_that_is_gone_are_named(
    site: Path,
) -> None:
    message, address, _ = next(each for each in rows(site) if "#" in each[1])
    assert "no output has" in problem(site, f"{message}s", address)
    assert "no such section" in problem(site, message, f"{address}s")
    page = lxml.html.parse(site / urlsplit(address).path.lstrip("/") / "index.html")
    heading = page.xpath("//*[@id=$id]/text()", id=urlsplit(address).fragment)[0]
    assert "a heading, not the meaning" in problem(site, message, address, heading)


def test_a_message_that_begins_another_does_not_lead_to_the_same_place(site: Path) -> None:
    found = {(plain(message), address) for message, address, _ in rows(site)}
    for message, address in found:
        longer = [each for each, where in found if where == address and each != message]
        assert not any(each.startswith(message) for each in longer), message


def test_what_is_listed_by_hand_is_a_part_of_a_message_of_its_section(site: Path) -> None:
    for section, parts in messages.MEANINGS.items():
        page, anchor = section.split(".md")
        address = f"/{page.removesuffix('index').rstrip('/')}/{anchor}"
        assert [said for part in parts if (said := problem(site, part, address))] == []


def gathered(folder: Path, text: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the messages of a site of one page, with their meanings."""
    (folder / "docs").mkdir()
    (folder / "pyproject.toml").write_text('[tool.twicetold]\nprograms = "both"\n', "utf-8")
    text = text.replace("```text", "```python\nprint()\n```\n\n```text")
    (folder / "docs" / "a.md").write_text(text, "utf-8")
    project = Project(folder)
    found = messages.gather(project, [pages.read(project, project.page("a"))])
    return {row.text: row.meanings for row in found}


def test_a_meaning_is_the_first_sentence_that_is_not_folded_or_what_an_item_says_of_a_message(
    tmp_path: Path,
) -> None:
    assert gathered(tmp_path, PAGE) == {
        "OSError: no such folder: 'a'": (("The folder was not made", "a.md#no-such-folder"),),
        "this is too long": (("More letters than fit", "a.md#old-name"),),
        "OSError: that is too short": (("A letter is missing", "a.md#old-name"),),
        "OSError: status 404 gone": (("The letter has moved", "a.md#old-name"),),
    }


def test_a_meaning_by_hand_comes_first_an_empty_one_and_a_beginning_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = {"a.md#old-name": {"too short": "", "gone": "Ask for it"}}
    monkeypatch.setattr(messages, "MEANINGS", listed)
    longer = PAGE.replace("404 gone\n", "404 gone\nOSError: status 404 gone for good\n")
    assert gathered(tmp_path, longer) == {
        "OSError: no such folder: 'a'": (("The folder was not made", "a.md#no-such-folder"),),
        "this is too long": (("More letters than fit", "a.md#old-name"),),
        "OSError: status 404 gone for good": (("Ask for it", "a.md#old-name"),),
    }


def test_a_message_with_a_backtick_at_each_end_is_shown_whole() -> None:
    text = "`year` is missing - at `$.books`"
    row = messages.Message("json", text, (("It is not in the file", "a.md"),))
    html = markdown.markdown(messages.table([row]), extensions=["tables"])
    assert [code.text for code in lxml.html.fromstring(html).iter("code")] == [text]
