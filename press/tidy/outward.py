"""Mark the links that leave the site, so that the other side learns nothing of the reader."""

from urllib.parse import urlsplit

from press.markup import Tag, rewrite
from press.site import Site

_WORDS = ("external", "noopener")


def press(site: Site) -> None:
    """Give each such link its words in `rel`."""

    def change(tag: Tag) -> str | None:
        to = tag.get("href")
        is_own = f"{to}/".startswith(site.url)
        if tag.name != "a" or urlsplit(to).scheme not in {"http", "https"} or is_own:
            return None
        words = dict.fromkeys([*tag.get("rel").split(), *_WORDS])
        return tag.with_attribute("rel", " ".join(words))

    for path in site.html():
        text = path.read_text("utf-8")
        path.write_text(rewrite(text, change), "utf-8", newline="")
