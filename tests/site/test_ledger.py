"""The site shows nothing that is not run, and runs nothing that it does not show."""

import pytest

from guide import computed
from twicetold.base.project import Project
from twicetold.books import ledger


def test_every_block_and_every_file_is_accounted_for(project: Project) -> None:
    if faults := ledger.of_sources(project):
        pytest.fail("\n".join(map(str, faults)), pytrace=False)


def test_computed_files_are_up_to_date(project: Project) -> None:
    stale = [
        project.name(path)
        for path, text in computed.compute(project).items()
        if not path.is_file() or path.read_text("utf-8") != text
    ]
    if stale:
        pytest.fail(f"{', '.join(stale)} out of date; to renew: make outputs", pytrace=False)
