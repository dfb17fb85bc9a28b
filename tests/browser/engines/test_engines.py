"""Chromium, Firefox and WebKit pass the same small set of checks."""

from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from guide import computed, engines
from ops.tools import serving
from ops.tools.engines.engine import SECONDS, Engine
from ops.tools.engines.firefox import Firefox
from tests.browser.engines.checks import CHECKS
from tests.browser.engines.visit import Visit
from twicetold.base.project import Project
from twicetold.run.patience import Patience

MOVES = """<!doctype html><title>Pressed:</title>
<button onclick="document.title += ' Stop'">Stop</button>
<button onclick="document.title += ' Delete'">Delete</button>
<script>
  const [button] = document.querySelectorAll("button");
  const move = () => button.parentNode.append(button);
  button.addEventListener("pointerenter", move, { once: true });
</script>"""

DROPPED = (
    "Failed to load 'http://127.0.0.1/assets/run/folder.css'. "
    "A ServiceWorker intercepted the request and encountered an unexpected error."
)


def test_each_check_passes(
    engine: Engine,
    project: Project,
    site: Path,
    subtests: pytest.Subtests,
    request: pytest.FixtureRequest,
) -> None:
    passed = []
    with ExitStack() as held:
        server = held.enter_context(serving.serve(site))
        visit = Visit(engine, site, server.address, held.close)
        for check in CHECKS:
            with subtests.test(check.__name__):
                check(visit)
                assert engine.complaints() == []
                passed.append(str(check.__doc__))
    if request.config.getoption("--record", default=False):
        engines.record(project, "checks", engine.title, engine.version, passed)
        computed.write(project)


def test_what_moves_before_it_is_clicked_is_clicked_where_it_is_then(
    engine: Engine, tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text(MOVES, "utf-8")
    with serving.serve(tmp_path) as server:
        engine.goto(server.address)
        engine.click("button", "Stop")
        engine.click("button", "Delete")
    assert engine.evaluate("() => document.title") == "Pressed: Stop Delete"


@pytest.mark.needs("firefox")
def test_a_dropped_request_is_a_complaint_until_its_page_is_left(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html>", "utf-8")
    with serving.serve(tmp_path) as server, closing(Firefox(tmp_path)) as firefox:

        def heard(text: str) -> list[str]:
            firefox.evaluate("text => console.error(text)", text)
            patience = Patience(SECONDS)
            while patience.left():
                if said := firefox.complaints():
                    return said
            return []

        firefox.goto(server.address)
        assert heard(DROPPED) == [DROPPED]
        firefox.evaluate("text => console.error(text)", DROPPED)
        firefox.reload()
        assert heard("another page") == ["another page"]


def test_the_page_tells_of_the_checks_as_they_are(project: Project) -> None:
    told = engines.known(project)["checks"]
    claims = [check.__doc__ for check in CHECKS]
    stale = [name for name, entry in told.items() if entry["passed"] != claims]
    assert told, "nothing is written down: make record"
    assert not stale, f"other checks are written down for {stale}: make record"
