from collections import Counter
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

counted = Counter()


@contextmanager
def counting(url):
    """Give an address that passes all on to a server, and counts."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            size = int(self.headers.get("Content-Length", 0))
            sent = self.rfile.read(size)
            server = HTTPConnection(url.removeprefix("http://"))
            server.request(self.command, self.path, sent, self.headers)
            answer = server.getresponse()
            received = answer.read()
            server.close()
            kind = self.command
            if kind == "PUT":
                counted["bytes sent"] += len(sent)
                if "x-amz-copy-source" in self.headers:
                    kind = "COPY"
            elif self.path.endswith("?delete"):
                kind = "DELETE"
            counted[kind] += 1
            if kind == "GET":
                counted["bytes received"] += len(received)
            self.send_response_only(answer.status)
            for header in answer.getheaders():
                self.send_header(*header)
            self.end_headers()
            self.wfile.write(received)

        do_PUT = do_POST = do_GET

        def log_message(self, *arguments):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as proxy:
        Thread(target=proxy.serve_forever).start()
        try:
            yield f"http://127.0.0.1:{proxy.server_port}"
        finally:
            proxy.shutdown()
