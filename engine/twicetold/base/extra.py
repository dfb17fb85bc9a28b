"""Import what only some verbs need, and say how to install it where it is not."""

import importlib
from typing import Any


class MissingError(Exception):
    """A package of an extra is not installed; the message says how to install it."""


def load(module: str, extra: str) -> Any:
    """Return a module of a package that not every site needs.

    Args:
        module: its name.
        extra: the extra of twicetold that brings it.

    Raises:
        MissingError: if it is not installed.
    """
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        package = module.partition(".")[0]
        message = (
            f'this needs {package}, of the extra {extra}: pip install "twicetold[{extra}]"'
        )
        raise MissingError(message) from error
