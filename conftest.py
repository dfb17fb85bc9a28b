"""Makes pytest collect the programs of docs/ beside the tests of tests/, and know its tools."""

pytest_plugins = ["proof.pytest_plugin", "tests.needs"]
