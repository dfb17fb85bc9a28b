import re
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from http.client import HTTPConnection


@contextmanager
def serving(command):
    """Start a server, give its port, stop it."""
    python = [sys.executable, "-m", *command.split(), "--port", "0"]
    with subprocess.Popen(
        python, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as server:
        try:
            for line in server.stderr:
                port = re.search(rb"http://127\.0\.0\.1:(\d+)", line)
                if port:
                    break
            yield int(port[1])
        finally:
            server.terminate()
            server.communicate()


def buy(port):
    with closing(HTTPConnection("127.0.0.1", port)) as client:
        client.request("POST", "/buy")
        return client.getresponse().status


def buy_all(*commands, times=30):
    """Ask each server so often, from eight threads; count answers."""
    with ExitStack() as servers, ThreadPoolExecutor(8) as pool:
        ports = [servers.enter_context(serving(c)) for c in commands]
        answers = Counter(pool.map(buy, ports * times))
    for status, count in sorted(answers.items()):
        print(count, "answers with status", status)
