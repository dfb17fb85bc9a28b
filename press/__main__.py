"""The steps over a site that was just built: `python -m press site/`."""

import argparse
import sys
import time
from pathlib import Path

from press.hosts.redirects import RedirectError
from press.pack.bundle import BundleError
from press.say.search import AnswerError
from press.site import Site
from press.steps import STEPS
from twicetold.base.project import Project


def main() -> int:
    """Press the folder named on the command line; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m press", description=__doc__)
    parser.add_argument("site", type=Path, help="the folder that the generator built")
    arguments = parser.parse_args()
    project = Project(Path.cwd())
    site = Site(arguments.site.resolve(), project, project.root / ".cache" / "press")
    if not (site.folder / "index.html").is_file():
        print(f"no index.html in {arguments.site}: build the site first", file=sys.stderr)
        return 2
    for step in STEPS:
        began = time.perf_counter()
        try:
            step(site)
        except (AnswerError, BundleError, RedirectError) as error:
            print(error, file=sys.stderr)
            return 1
        name = step.__module__.removeprefix("press.")
        print(f"press    -  {name} {time.perf_counter() - began:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
