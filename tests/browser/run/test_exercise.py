"""An exercise is solved in the page: edited where it is shown, and judged there."""

import re
import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from ops.tools import browser
from ops.tools.serving import Server
from tests.support.bars import bar, covered, output, run, run_text, said, write

ROOT = Path(__file__).parents[3]
END = re.compile(r"It (survives|does not survive yet)\.\s*$")
ANSWERS = tomllib.loads((ROOT / "tests" / "site" / "answers.toml").read_text("utf-8"))
WIDTH, FINGER = 390, 44  # of a phone, and the least height of what is touched, in px
KEYS = ["tutorial/remember", "tutorial/lost"]
JUDGED = """
async ({ address, key, answers }) => {
  const { PageFolder } = await import(`${address}assets/run/client.js`);
  const folder = new PageFolder(key);
  let printed;
  folder.addEventListener("output", event => (printed += event.detail.text));
  const said = [];
  for (const answer of answers) {
    printed = "";
    await folder.run([["judge.py"]], { "exercise.py": answer });
    said.push(printed);
  }
  folder.close();
  return said;
}
"""


def text(key: str, name: str) -> str:
    """Return a file of a page."""
    return (ROOT / "snippets" / key / name).read_text("utf-8")


def answers(key: str) -> list[tuple[str, str]]:
    """Return answers to an exercise, and what is said of each: right, wrong, the solution."""
    found = []
    for kind in ("right", "wrong"):  # none says what the one before it says
        for answer in ANSWERS[key][kind]:
            whole = text(key, f"{answer['of']}.py").replace(answer["old"], answer["new"])
            found.append((whole, answer.get("says", "It survives.")))
    return [*found, (text(key, "solution.py"), "It survives.")]


def test_a_judge_says_here_what_it_says_of_a_process(tab: Page) -> None:
    published = text("tutorial/remember", "judge.out")
    tab.goto("tutorial/remember/")
    run(tab, "judge.py")
    expect(output(tab, "judge.py")).to_have_text(published)
    write(tab, "exercise.py", text("tutorial/remember", "solution.py"))
    run(tab, "judge.py")
    kept = [f"{line.partition(':')[0]}: kept\n" for line in published.splitlines()[:-1]]
    expect(output(tab, "judge.py")).to_have_text("".join([*kept, "It survives.\n"]))
    expect(said(tab, "judge.py")).to_contain_text("not as published")
    expect(told_to_run_others(tab, "judge.py")).to_have_count(0)


@pytest.mark.parametrize("key", ANSWERS)
def test_each_answer_is_judged_here_as_with_processes(
    tab: Page, served: Server, key: str
) -> None:
    tab.goto("assets/site.css")  # any text of the site
    published = (text(key, "exercise.py"), text(key, "judge.out"))
    found = [published, *answers(key)]
    asked = [answer for answer, _ in found]
    said = tab.evaluate(JUDGED, {"address": served.address, "key": key, "answers": asked})
    for (answer, wanted), verdict in zip(found, said, strict=True):
        assert wanted in verdict, f"{answer}\n{verdict}"
        survives = verdict.endswith("It survives.\n")
        assert survives is (wanted == "It survives."), f"{answer}\n{verdict}"


def told_to_run_others(tab: Page, name: str) -> Locator:
    """Return what says that a program may need one above it: a sentence and a button."""
    first = bar(tab, name).get_by_role("button", name="Run the programs above first")
    return first.or_(tab.get_by_text("from a program above"))


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("open('data.db').close()", "data.db"),  # the program above makes it
        ("open('other.db').close()", None),  # none does
        ("print('other')", None),  # misses nothing
    ],
)
def test_an_edited_program_is_told_to_miss_only_what_one_above_makes(
    page: Page, text: str, missed: str | None
) -> None:
    run_text(page, "read.py", text)
    expect(said(page, "read.py")).to_contain_text("not as published")
    told = told_to_run_others(page, "read.py")
    if missed:
        expect(told.first).to_be_visible()
        expect(page.get_by_text(f"It may need {missed} from a program above.")).to_be_visible()
    else:
        expect(told).to_have_count(0)


def fits(part: Locator, height: int = 0) -> None:
    """Fail unless a part is in the width of the phone, and as high as a finger needs."""
    part.scroll_into_view_if_needed()
    box = part.bounding_box()
    assert (
        box and box["x"] >= 0 and box["x"] + box["width"] <= WIDTH and box["height"] >= height
    )


@pytest.mark.parametrize("key", KEYS)
def test_an_exercise_is_failed_and_solved_on_a_phone(
    chromium: Browser, served: Server, key: str
) -> None:
    phone = {"viewport": {"width": WIDTH, "height": 844}, "is_mobile": True, "has_touch": True}
    with browser.watched(chromium, base_url=served.address, **phone) as tab:
        tab.goto(f"{key}/#exercise")
        edit = bar(tab, "exercise.py").get_by_role("button", name="Edit", exact=True)
        fits(edit, FINGER)
        edit.tap()
        editor = tab.get_by_label("Text of exercise.py")
        judge = bar(tab, "judge.py").get_by_role("button", name="Run", exact=True)
        for answer, wanted in answers(key):
            editor.tap()
            editor.fill(answer)
            fits(editor.locator("xpath=ancestor::*[contains(@class, 'prism-code-editor')]"))
            fits(judge, FINGER)
            judge.tap()
            verdict = output(tab, "judge.py")
            expect(verdict).to_contain_text(wanted)
            expect(verdict).to_contain_text(END)
            expect(said(tab, "judge.py")).to_contain_text(re.compile("Ran|Ended"))
            assert not covered(verdict)
            fits(verdict)
        assert tab.evaluate("document.documentElement.scrollWidth") == WIDTH
