"""Programs written in the page are run, renewed, held and packed as those in files are."""

from pathlib import Path

import pytest
from pytest_codeblocks import extract_from_file

from publishing import publish_it, refusal
from toy_site import PAGE, collect, run
from twicetold.base.project import Project
from twicetold.books import ledger
from twicetold.read import page
from twicetold.receipts import receipt

TYPED = """# Notes

```python title="write.py"
from pathlib import Path

Path("note.txt").write_text("kept", encoding="utf-8")
```

- In a list,

    ```python
    text = open("note.txt", encoding="utf-8")
    with text:
        print(text.read())
    ```

    in two blocks:

    <!--pytest-codeblocks:cont-->
    ```python
    print("one\\n\\n  two")
    ```

    ```text title="Output"
    ```

=== "A tab"

    <!--pytest.mark.once(reason="it prints a fence")-->
    ```python title="fence.py"
    print("```")
    ```

    <!--pytest-codeblocks:expected-output-->
    ````text title="Output"
    ```
    old
    ````
"""
HEAD = '    ```text title="Output"\n'
RENEWED = TYPED.replace(HEAD, f"{HEAD}    kept\n    one\n\n      two\n").replace(
    "    old\n", ""
)


@pytest.fixture
def typed(notes: Path) -> Path:
    """The site of one page, its programs written in the page."""
    settings = '[tool.twicetold]\nprograms = "both"\noutput = "Output"\n'
    (notes / "pyproject.toml").write_text(settings, "utf-8")
    for file in (notes / "snippets" / "notes").iterdir():
        file.unlink()
    (notes / "docs" / "notes.md").write_text(TYPED, "utf-8")
    return notes


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["unix", "windows"])
def test_outputs_are_written_back_where_they_are_and_are_green_then(
    typed: Path, end: str
) -> None:
    file = typed / "docs" / "notes.md"
    file.write_text(TYPED, "utf-8", newline=end)
    done = run(typed, "twicetold.cli", "outputs")
    assert done.returncode == 0, done.stderr
    assert "2 changed, 0 refused" in done.stdout
    assert file.read_bytes().decode() == RENEWED.replace("\n", end)
    assert collect(typed, "docs").returncode == 0
    assert "0 changed, 0 refused" in run(typed, "twicetold.cli", "outputs").stdout


def test_a_fence_gets_more_back_ticks_where_the_output_would_end_it(typed: Path) -> None:
    file = typed / "docs" / "notes.md"
    text = '# Notes\n\n```python\nprint("`" * 3)\n```\n\n```text title="Output"\n```\n'
    file.write_text(text, "utf-8")
    assert run(typed, "twicetold.cli", "outputs").returncode == 0
    assert file.read_text("utf-8").endswith('\n````text title="Output"\n```\n````\n')
    assert collect(typed, "docs").returncode == 0


@pytest.mark.parametrize(
    ("program", "why"),
    [
        ('print("--8<-- \\"notes.py\\"")', "MkDocs would embed a file here"),
        ('print("1\\n")', "MkDocs leaves out the empty line that this block ends in"),
    ],
)
def test_what_a_fence_cannot_hold_is_not_written(typed: Path, program: str, why: str) -> None:
    text = f'# Notes\n\n```python\n{program}\n```\n\n```text title="Output"\nold\n```\n'
    (typed / "docs" / "notes.md").write_text(text, "utf-8")
    done = run(typed, "twicetold.cli", "outputs")
    assert f"docs/notes.md:3: block-1.py printed what no page shows: {why}" in done.stderr
    assert (typed / "docs" / "notes.md").read_text("utf-8") == text


def test_the_program_is_what_pytest_codeblocks_reads(typed: Path) -> None:
    file = typed / "docs" / "notes.md"
    theirs = [block.code for block in extract_from_file(file) if block.syntax != "text"]
    read = page.read(Project(typed), file)
    ours = [example.source.text for example in read.examples]
    assert [each.partition(" ")[0] for each in ours] == ["from", "text", 'print("```")\n']
    assert [code for code in theirs if code in ours] == ours


def test_the_digest_knows_the_program_its_output_and_its_blocks(typed: Path) -> None:
    def read() -> tuple[str, str, dict[str, str]]:
        each = page.read(Project(typed), typed / "docs" / "notes.md")
        example = each.examples[1]
        return receipt.fingerprint(each), receipt.digest_of(example), receipt.parts(example)

    file = typed / "docs" / "notes.md"
    before = read()
    file.write_text(TYPED.replace('print("one', 'print( "one'), "utf-8")
    altered = read()
    file.write_text(RENEWED, "utf-8")
    shown = read()
    assert len({before[:2], altered[:2], shown[:2]}) == 3
    assert before[2]["block 1"] == altered[2]["block 1"] == shown[2]["block 1"]
    blocks = {each[2]["block 2"] for each in (before, altered, shown)}
    assert len(blocks) == 3


def test_a_site_of_programs_in_files_refuses_them(typed: Path) -> None:
    (typed / "pyproject.toml").write_text('[tool.twicetold]\nprograms = "snippets"\n', "utf-8")
    (said,) = map(str, ledger.of_sources(Project(typed)))
    assert said.startswith("docs/notes.md:19: pytest-codeblocks:cont is not used here")
    (typed / "docs" / "notes.md").write_text("# A\n\n```python\nprint(1)\n```\n", "utf-8")
    (said,) = map(str, ledger.of_sources(Project(typed)))
    assert said == (
        "docs/notes.md:3: a program written in the page: "
        "move it to snippets/notes/ and embed it, so that it runs"
    )


def test_a_site_of_programs_in_the_page_refuses_those_in_files(typed: Path) -> None:
    (typed / "pyproject.toml").write_text('[tool.twicetold]\nprograms = "inline"\n', "utf-8")
    (typed / "docs" / "notes.md").write_text(PAGE, "utf-8")
    said = [str(fault) for fault in ledger.of_sources(Project(typed))]
    assert "docs/notes.md:7: a program in a file: write it here, in the page" in said


def test_a_built_page_is_held_to_each_block_of_a_program(typed: Path) -> None:
    mark = "<!--pytest-codeblocks:cont-->"
    blocks = f"```python\nnumber = 1\n```\n\n{mark}\n```python\nprint(number)\n```\n"
    shown = '\n```text title="Output"\n1\n```\n'
    (typed / "docs" / "notes.md").write_text(f"# Notes\n\n{blocks}{shown}", "utf-8")
    done = publish_it(typed)
    assert done.returncode == 0, done.stdout + done.stderr
    html = typed / "site" / "notes" / "index.html"
    text = html.read_text("utf-8")
    for right, wrong in (("number</span>", "numbers</span>"), ("1\n</code>", "2\n</code>")):
        assert right in text
        html.write_text(text.replace(right, wrong), "utf-8")
        assert "is not the text that was proven" in refusal(typed)


def test_what_no_page_notices_is_named_by_its_line_of_the_page(typed: Path) -> None:
    program = "number = 1\nif number > 0:\n    print(number)\n"
    text = f'# Notes\n\n```python\n{program}```\n\n```text title="Output"\n1\n```\n'
    (typed / "docs" / "notes.md").write_text(text, "utf-8")
    said = run(typed, "twicetold.cli", "mutate").stdout
    assert said.startswith("notes: killed")
    assert "docs/notes.md:5: " in said or "0 were not noticed" in said
