"""The steps, in their order."""

from collections.abc import Callable

from press.pack import archives
from press.tidy import bars
from press.pack import bundle
from press.say import social_cards
from press.pack import compress
from press.tidy import defer
from press.say import feeds
from press.say import head
from press.hosts import files
from press.tidy import labels
from press.pack import offline
from press.tidy import outward
from press.tidy import plain
from press.hosts import policy
from press.hosts import redirects
from press.say import search
from press.say import sitemap
from press.tidy import trim
from press.say import twins
from press.site import Site

# Those that read pages as the generator wrote them come first; what a page says is settled
# before the policy hashes it, and the copies are made of what is then served.
STEPS: tuple[Callable[[Site], None], ...] = (
    trim.press,
    plain.press,
    defer.press,
    labels.press,
    bundle.press,
    social_cards.press,
    twins.press,
    feeds.press,
    bars.press,
    head.press,
    archives.press,
    redirects.press,
    outward.press,
    search.press,
    sitemap.press,
    offline.press,
    policy.press,
    files.press,
    compress.press,
)


def press(site: Site) -> None:
    """Run all steps over a site that was just built."""
    for step in STEPS:
        step(site)
