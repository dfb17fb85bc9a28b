"""Read the samples in ops/measured, and say which of them can be told apart."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from guide.plots import middle
from twicetold.base.project import Project

Samples = dict[str, dict[str, list[float]]]  # of a variant, by size


@dataclass(frozen=True)
class Question:
    """What one figure answers.

    Args:
        key: the program that is measured.
        asked: what a value is, to be followed by where it was measured.
        size: what the sizes are, where there are several.
        rate: the name of what is counted for each second, or nothing: then it is milliseconds.
        part: what the rows are placed by, if not by their order.
    """

    key: str
    asked: str
    size: str = ""
    rate: str = ""
    part: str = ""

    @property
    def unit(self) -> str:
        """In which values are given."""
        return f"{self.rate} a second" if self.rate else "milliseconds"


QUESTIONS = (
    Question("commits", "Commits a second", rate="commits"),
    Question("batches", "Rows a second", size="rows in each commit", rate="rows"),
    Question("formats", "Time for a file of people", size="people"),
    Question("one_record", "Time to find one person", size="people in the file"),
    Question("first_read", "Time in a new process"),
    Question("readers", "Time of a read while another process commits"),
    Question("blobs", "Time for one picture", size="bytes"),
    Question("compressors", "Time for a text of JSON", part="% of the size"),
)


@dataclass(frozen=True)
class Panel:
    """The samples of one measure in one place.

    Args:
        measure: what was timed.
        place: where its files were.
        samples: values in the unit of the question, by variant and size.
    """

    measure: str
    place: str
    samples: Samples

    def sizes(self) -> list[str]:
        """Return the sizes of all variants, in order."""
        return list(dict.fromkeys(size for each in self.samples.values() for size in each))


def read(project: Project) -> dict[str, Any]:
    """Return what was measured, by the name of the machine."""
    files = sorted((project.root / "ops" / "measured").glob("*.json"))
    return {file.stem: json.loads(file.read_text("utf-8")) for file in files}


def panels(question: Question, host: dict[str, Any]) -> list[Panel]:
    """Return the samples of a question, in its unit.

    Args:
        question: which.
        host: what was measured on one machine.
    """
    kept = host["questions"][question.key]

    def value(seconds: float, size: str) -> float:
        return kept["amounts"][size] / seconds if question.rate else 1000 * seconds

    return [
        Panel(measure, place, _each(variants, value))
        for measure, places in kept["seconds"].items()
        for place, variants in places.items()
    ]


def _each(variants: Samples, value: Callable[[float, str], float]) -> Samples:
    return {
        variant: {size: [value(each, size) for each in taken] for size, taken in sizes.items()}
        for variant, sizes in variants.items()
    }


def order(panel: Panel, size: str) -> Iterator[tuple[str, bool]]:
    """Yield the variants from the least median, and if each is apart from the one before.

    Two are apart if the middle halves of their samples do not overlap.

    Args:
        panel: with their samples.
        size: of those that are compared.
    """
    found = {name: middle(by[size]) for name, by in panel.samples.items() if size in by}
    before = None
    for name in sorted(found, key=lambda each: found[each][1]):
        yield name, before is None or found[name][0] > found[before][2]
        before = name
