"""Put load on the built site as it is deployed."""

from collections.abc import Iterator

from ops.bench.figures import Figure
from ops.tools import served

SECONDS = 30


def figures() -> Iterator[Figure]:
    """Give what nginx does under load, beside plain `http.server`, each as long.

    Raises:
        SystemExit: if the site is not there, or a request failed.
    """
    site = served.built()
    paths = served.addresses(site)
    with served.nginx(site) as address:
        ours = served.load(address, paths, SECONDS)
    with served.plain(site) as address:
        other = served.load(address, paths, SECONDS)
    beside = "python -m http.server"
    yield Figure("pages served", ours.rate, "/s", beside, other.rate, more=True)
    # How long the last of a hundred waits for the other, which cannot keep up, is chance.
    within = "99 of 100 pages served within"
    yield Figure(within, ours.p99_ms, "ms", beside, other.p99_ms, slack=10)
    if ours.failed:
        raise SystemExit(f"{ours.failed} of {ours.requests} requests failed")
