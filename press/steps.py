"""The steps, in their order."""

from collections.abc import Callable

from press.hosts import files, policy, redirects
from press.pack import archives, bundle, compress, offline
from press.say import feeds, head, search, sitemap, social_cards, twins
from press.site import Site, write
from press.tidy import bars, tags, trim

# Pages are read by the first step that asks for them and changed in memory. What a page says is
# settled before the policy hashes it; then each is written, and what is served is compressed.
STEPS: tuple[Callable[[Site], None], ...] = (
    trim.press,
    tags.press,
    bundle.press,
    social_cards.press,
    twins.press,
    feeds.press,
    head.press,
    archives.press,
    bars.press,
    redirects.press,
    search.press,
    sitemap.press,
    offline.press,
    policy.press,
    write,
    files.press,
    compress.press,
)


def press(site: Site) -> None:
    """Run all steps over a site that was just built."""
    for step in STEPS:
        step(site)
