from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context

from notes import Notes


def read(notes):
    with closing(notes):
        return notes.texts()


if __name__ == "__main__":
    with (
        closing(Notes("notes.db")) as notes,
        ProcessPoolExecutor(mp_context=get_context("spawn")) as pool,
    ):
        worker = pool.submit(read, notes)
        print("read by the worker:", worker.result())
