import csv
import json
import tomllib

from probe import has, module, takes


def trailing_comma():
    try:
        json.loads("[1,]")
    except ValueError as error:
        return str(error).partition(" ")[0] + " …"


def line_break():
    tomllib.loads("table = {\n  key = 1,\n}")
    return "accepted"


DECODER = json.JSONDecoder
ROWS = [
    ("3.11", "tomllib", lambda: module("tomllib")),
    ("3.12", "csv.QUOTE_STRINGS", lambda: has(csv, "QUOTE_STRINGS")),
    ("3.13", "json: message for [1,]", trailing_comma),
    ("3.15", "json: array_hook", lambda: takes(DECODER, "array_hook")),
    ("3.15", "toml: line break in {…}", line_break),
]
