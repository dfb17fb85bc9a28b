"""Pages in, the alterations that no page notices out."""
