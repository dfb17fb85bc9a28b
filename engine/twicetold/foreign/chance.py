"""Whether a program asks for the time, for chance, or for what the machine is."""

import ast
import re

# Wherever they are named: also as the default that a class calls, or as a key to sort by.
_NAMED = re.compile(
    r"now|today|utcnow|monotonic|perf_counter|process_time|asctime|timeit|yesterday|tomorrow"
    r"|randint|randrange|randbytes|randn|shuffle|default_rng|uuid[1-7]|urandom|token_\w+|secrets"
    r"|getpid|cpu_count|environ|getcwd|gettempdir|mkdtemp|mkstemp|mktemp|expanduser|version_info"
    r"|__version__|__file__|st_size|diff_for_humans|local_timezone"
)
# Only if they are called: as names of columns, fields and options they mean something else.
_CALLED = re.compile(
    r"time|random|rand|choices?|sample|id|hash|home|cwd|platform|version|abspath|resolve|local"
    r"|absolute|exists|is_file|is_dir|isfile|isdir|iterdir|listdir|glob|help|getsizeof"
)
_MACHINE = {("sys", "version"), ("sys", "platform"), ("sys", "executable")}


def is_asked(source: str) -> bool:
    """Return whether a program asks for any of them.

    Args:
        source: of the program.
    """
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError):
        return "%time" in source
    return any(map(_asks, nodes))


def _asks(node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        name = _last(node.func)
        own = isinstance(node.func, ast.Name) or name not in {"id", "hash", "help"}
        return own and bool(_CALLED.fullmatch(name))
    owner = _last(node.value) if isinstance(node, ast.Attribute) else ""
    name = _last(node)
    return owner == "random" or (owner, name) in _MACHINE or bool(_NAMED.fullmatch(name))


def _last(node: ast.AST) -> str:
    """Return the last part of a dotted name; nothing, if it is none."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
