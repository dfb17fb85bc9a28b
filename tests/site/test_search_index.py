"""What the search index holds of a section."""

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
