from concurrent.futures import ThreadPoolExecutor

from database import connect, transaction


class Writer:
    """Runs jobs one at a time, each a transaction, in one thread."""

    def __init__(self, path):
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._con = self._thread.submit(connect, path).result()

    def submit(self, job, *arguments):
        """Return a future of what job(con, *arguments) returns."""
        return self._thread.submit(self._run, job, arguments)

    def _run(self, job, arguments):
        with transaction(self._con):
            return job(self._con, *arguments)

    def close(self):
        """Finish all jobs, then close the connection."""
        self._thread.submit(self._con.close).result()
        self._thread.shutdown()
