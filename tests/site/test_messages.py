"""Each message in the list is in an output on the page that the list leads to."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import lxml.html

LEAST = 90  # messages; there were 100 when this was written


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
