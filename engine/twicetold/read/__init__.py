"""Markdown in, Page out: what a page shows, with all its files."""
