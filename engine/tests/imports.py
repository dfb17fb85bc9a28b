"""What a source imports, without its being run."""

import ast


def names(source: str) -> set[str]:
    """Return the names that a source imports, each with its module, as in `os.path.join`.

    Args:
        source: its text.
    """
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found
