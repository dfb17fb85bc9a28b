"""An exercise is solved in the page: edited where it is shown, and judged there."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.support.bars import output, run, write

SNIPPETS = Path(__file__).parents[3] / "snippets" / "tutorial" / "remember"


def test_a_judge_says_here_what_it_says_of_a_process(tab: Page) -> None:
    published, solution = (
        (SNIPPETS / name).read_text("utf-8") for name in ("judge.out", "solution.py")
    )
    tab.goto("tutorial/remember/")
    run(tab, "judge.py")
    expect(output(tab, "judge.py")).to_have_text(published)
    write(tab, "exercise.py", solution)
    run(tab, "judge.py")
    kept = [f"{line.partition(':')[0]}: kept\n" for line in published.splitlines()[:-1]]
    expect(output(tab, "judge.py")).to_have_text("".join([*kept, "It survives.\n"]))
