"""Run the programs of a documentation site as its readers would, and compare."""
