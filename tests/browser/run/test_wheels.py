"""A package that Python does not have comes with the page whose programs import it."""

from pathlib import Path

from playwright.sync_api import Page, expect

from ops.tools.serving import Server
from tests.support.bars import PAGE, press, run, said

ROOT = Path(__file__).parents[3]
WITH = "reference/versions/"


def test_a_wheel_is_fetched_for_the_program_that_imports_it_alone(
    tab: Page, served: Server
) -> None:
    served.requested.clear()
    tab.goto(PAGE)
    run(tab, "save.py")
    tab.goto(WITH)
    run(tab, "save_path.py")
    assert [path for path in served.requested if path.endswith(".whl")] == []
    run(tab, "newer.py")
    expect(said(tab, "newer.py")).to_contain_text("same as published")
    (wheel,) = {path for path in served.requested if path.endswith(".whl")}
    assert "/apsw-" in wheel


def test_a_wheel_that_is_not_the_pinned_one_is_refused(tab: Page) -> None:
    tab.context.route("**/*.whl", lambda route: route.fulfill(body=b"another"))
    tab.goto(WITH)
    press(tab, "newer.py")
    expect(said(tab, "newer.py")).to_contain_text("could not be loaded")
    tab.context.unroute("**/*.whl")
    run(tab, "newer.py")
    expect(said(tab, "newer.py")).to_contain_text("same as published")


def test_a_wheel_is_of_the_release_that_python_on_a_machine_imports() -> None:
    locks = (ROOT / "ops" / "locks" / f"{name}.txt" for name in ("beyond", "run"))
    lock = "".join(path.read_text("utf-8") for path in locks)
    for line in (ROOT / "web" / "wheels.txt").read_text("utf-8").splitlines():
        release, digest = line.split(" ", 1)
        entry = lock.split(f"\n{release} \\\n")[1]
        assert f"    {digest} " in entry.partition("    # via")[0], release
