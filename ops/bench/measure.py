"""Measure what a clock measures, print it, and write it down if asked to."""

import argparse
import sys
from collections.abc import Callable, Iterator
from functools import partial

from ops.bench import build, engine, figures, lighthouse, peers, run, served
from ops.bench.figures import Figure
from ops.bench.speed import samples

PEERS = "peers"
PARTS: dict[str, Callable[[], Iterator[Figure]]] = {
    "build": build.figures,
    "serve": served.figures,
    "run": run.figures,
    "lighthouse": lighthouse.figures,
    "engine": engine.figures,
    PEERS: peers.figures,
}
SPEED = "speed"  # of the programs of a page; it takes long, and is asked for by name


def main() -> int:
    """Print each figure as soon as it is known; return 1 where a ratio is much worse."""
    parser = argparse.ArgumentParser(description=__doc__)
    every = "all but speed if none is named"
    parser.add_argument("parts", nargs="*", choices=[*PARTS, SPEED, []], help=every)
    parser.add_argument("--write", action="store_true", help="into ops/bench/last.toml")
    parser.add_argument("--samples", type=int, default=samples.COUNT, help="of speed")
    asked = parser.parse_args()
    parts = PARTS | {
        PEERS: partial(peers.figures, asked.write),
        SPEED: partial(samples.figures, asked.samples),
    }
    when, before = figures.last()
    print(f"now: {figures.host()}\nlast: {when}", flush=True)
    found = []
    for part in asked.parts or PARTS:
        for each in parts[part]():
            print(figures.row(each, before.get(each.name, {})), flush=True)
            found.append(each)
    if asked.write:
        figures.write(found)
        engine.write(found)
    slipped = [each.name for each in found if each.slipped(before.get(each.name, {}))]
    if slipped:
        print(f"much worse than last time, beside their peers: {', '.join(slipped)}")
    return 1 if slipped else 0


if __name__ == "__main__":
    sys.exit(main())
