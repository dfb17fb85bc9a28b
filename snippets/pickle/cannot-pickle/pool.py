from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context

from notes import Notes


def count(notes):
    with closing(notes):
        return notes.count()


if __name__ == "__main__":
    with (
        closing(Notes("notes.db")) as notes,
        ProcessPoolExecutor(1, get_context("spawn")) as pool,
    ):
        worker = pool.submit(count, notes)
        print("counted by the worker:", worker.result())
