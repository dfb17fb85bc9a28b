"""Have scripts fetched beside the page and run once it is read."""

from press.markup import Tag, rewrite
from press.site import Site


def press(site: Site) -> None:
    """Defer each script that has a file; they run in the same order, after what is shown."""
    for path in site.html():
        text = path.read_text("utf-8")
        path.write_text(rewrite(text, _deferred), "utf-8", newline="")


def _deferred(tag: Tag) -> str | None:
    if tag.name != "script" or not tag.get("src") or tag.get("type") == "module":
        return None
    return tag.with_attribute("defer", "")
