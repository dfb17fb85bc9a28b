"""The steps, in their order."""

from collections.abc import Callable

from press.hosts import files, policy, redirects
from press.pack import archives, bundle, compress, offline
from press.say import feeds, head, search, sitemap, social_cards, twins
from press.site import Site
from press.tidy import bars, defer, labels, outward, plain, trim

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
