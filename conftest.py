"""Makes pytest collect the programs of docs/ beside the tests of tests/."""

pytest_plugins = ["proof.pytest_plugin"]
