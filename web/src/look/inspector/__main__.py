"""The inspector as a program: `python look.pyz FILE` says what a file is."""

import argparse
import sys
from pathlib import Path
from typing import Any

from . import inspect, save

SITE = "https://python-data-persistence.github.io/"
MARKS = {"bad": "!", "good": "+", "note": "-"}


def main() -> int:
    """Look into the files that the command names; return 1 if something is wrong with one."""
    parser = argparse.ArgumentParser(prog="look", description=__doc__)
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--save", choices=["clean", "folded", "csv", "json", "whole"])
    parser.add_argument("--table", default="", help="of a database, to show or to save")
    parser.add_argument("--into", default=".", help="the folder to save into")
    given = parser.parse_args()
    worst = 0
    for name in given.files:
        look = inspect(name, {"table": given.table} if given.table else {})
        found = look["findings"]
        if look["kind"] == "sqlite":
            found += inspect(name, {"as": "check"})["findings"]
        print(name)
        for each in found:
            worst = max(worst, each["level"] == "bad")
            print(f"  {MARKS[each['level']]} {each['text']}")
            for line in each.get("code", "").splitlines():
                print(f"      {line}")
            if each["section"] and each["level"] == "bad":
                print(f"      {SITE}{each['section']}")
        _print_view(look)
        if given.save:
            saved = save(name, given.save, str(Path(given.into)), given.table)
            print(f"  = {saved['path']}: {saved['says']}")
        elif look.get("saves"):
            print(f"  = --save {' or '.join(one['what'] for one in look['saves'])}")
    return int(worst)


def _print_view(look: dict[str, Any]) -> None:
    for name, value in look.get("facts", []):
        print(f"    {name}: {value}")
    for table in look.get("tables", []):
        print(f"    {table['type']} {table['name']}: {table['rows']} rows")
    for row in look.get("grid", {"rows": []})["rows"]:
        print(f"    {row[1]:>15} {row[0]}")


if __name__ == "__main__":
    sys.exit(main())
