"""The public workflow tries what the site says it tries."""

import yaml

from twicetold.base.project import Project
from twicetold.versions import interpreters


def test_the_public_workflow_runs_each_version(project: Project) -> None:
    file = project.root / ".github" / "workflows" / "test.yml"
    jobs = yaml.safe_load(file.read_text("utf-8"))["jobs"]
    versions = jobs["test"]["strategy"]["matrix"]["python"]
    assert versions == [each for each in interpreters.WANTED if not each.endswith("t")]
    steps = jobs["deploy"]["steps"]
    assert any(step.get("run", "").startswith("make build COMPLETE=1") for step in steps)
