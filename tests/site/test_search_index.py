"""What the search index holds of a section."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from press.say import search

SECTION = (
    "<p>Call <code>dumps</code> first.</p> save.py<pre><code>path = Path(&quot;data&quot;)\n"
    "dumps(path)\n</code></pre> Output<pre><code>path data\n</code></pre>"
)


def test_a_program_is_there_as_the_words_that_the_rest_does_not_say() -> None:
    assert search.split("Text. save.py<pre><code>save(Path(), save)</code></pre>")[1] == "path"
    assert search.split(SECTION)[1] == ""


def test_text_and_outputs_are_there_whole() -> None:
    text, _ = search.split(SECTION)
    assert text.startswith("<p>Call <code>dumps</code> first.</p> save.py")
    assert text.endswith(" Output<pre><code>path data\n</code></pre>")
    assert "Path(" not in text


def test_a_mark_of_html_is_no_word() -> None:
    assert search.split("<pre><code>a &lt; b</code></pre>") == ("", "a b")


@pytest.mark.parametrize("section", ["save", "saved"])
def test_an_answer_of_a_section_that_is_not_there_is_refused(
    tmp_path: Path, section: str
) -> None:
    path = tmp_path / search.INDEX
    path.parent.mkdir()
    (tmp_path / "assets").mkdir()
    for name in ("words", "search"):
        (tmp_path / "assets" / f"{name}.js").write_text(f"{name}();\n", "utf-8")
    places = ({"location": place, "text": ""} for place in ("a/", "a/#save"))
    path.write_text(json.dumps({"config": {}, "docs": list(places)}), "utf-8")
    site = SimpleNamespace(
        folder=tmp_path,
        sourced=[(SimpleNamespace(address="a/"), "a")],
        front_matter=lambda key: {"answers": ["of the page", {section: "how to save"}]},
        project=SimpleNamespace(config={"repo_url": "https://example.org/"}),
        html={},
    )
    if section == "saved":
        with pytest.raises(search.AnswerError, match=r"docs/a\.md: .* the section saved"):
            search.press(site)  # type: ignore[arg-type]
    else:
        search.press(site)  # type: ignore[arg-type]
        found = json.loads(path.read_text("utf-8"))["docs"]
        assert [each["answers"] for each in found] == [["of the page"], ["how to save"]]
        (worker,) = (tmp_path / "assets").iterdir()
        assert (worker.name, worker.read_text("utf-8")) == (
            "search.js",
            "words();\nsearch();\n",
        )
