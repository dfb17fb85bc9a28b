"""Say what is measured: the programs, their variants and sizes, and the order of samples."""

import hashlib
import importlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[3]
PROGRAMS = ROOT / "snippets" / "reference" / "speed"
WORKER = Path(__file__).with_name("worker.py")
QUESTIONS = (
    "commits",
    "batches",
    "formats",
    "one_record",
    "first_read",
    "readers",
    "blobs",
    "compressors",
)
MEMORY = "in memory"
IN_MEMORY = {"compressors"}  # what writes no file
_WITH = ("people", "timed")


@dataclass(frozen=True)
class Sample:
    """One process that is to be timed.

    Args:
        place: of its files.
        question: the program.
        variant: what it is to do.
        size: of it.
    """

    place: str
    question: str
    variant: str
    size: int


def digest() -> str:
    """Return what the programs that are measured hash to."""
    files = [PROGRAMS / f"{name}.py" for name in (*QUESTIONS, *_WITH)]
    text = b"\0".join(path.read_bytes() for path in [*files, WORKER])
    return hashlib.sha256(text).hexdigest()


def program(question: str) -> ModuleType:
    """Return the module of a question."""
    if str(PROGRAMS) not in sys.path:
        sys.path.append(str(PROGRAMS))
    return importlib.import_module(question)


def round_of(places: list[str]) -> Iterator[Sample]:
    """Yield one sample of everything, in the order in which it is measured.

    Args:
        places: names of the file systems.
    """
    for question in QUESTIONS:
        module = program(question)
        left_out = getattr(module, "LEFT_OUT", [])
        for size in module.SIZES:
            for place in [MEMORY] if question in IN_MEMORY else places:
                for variant in module.VARIANTS:
                    if (variant, size) not in left_out:
                        yield Sample(place, question, variant, size)


def amounts(question: str) -> dict[str, int]:
    """Return of how many things a sample is, by its size, where that is not one."""
    module = program(question)
    amount = getattr(module, "amount", None)
    return {str(size): amount(size) for size in module.SIZES} if amount else {}
