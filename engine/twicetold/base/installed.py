"""Say which installed packages bring a module."""

import functools
from collections.abc import Mapping


def bringing(module: str) -> list[str]:
    """Return the names of the packages here that bring a module.

    Args:
        module: its name, without those of what is inside it.
    """
    return _all().get(module, [])


@functools.cache
def _all() -> Mapping[str, list[str]]:
    """Look into all packages: with hundreds of them, this takes half a second."""
    from importlib import metadata

    return metadata.packages_distributions()
