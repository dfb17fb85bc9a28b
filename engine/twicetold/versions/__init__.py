"""The same pages on each CPython of this machine."""
