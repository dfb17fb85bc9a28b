from server import FOLDER, running, start_empty
from valkey import Valkey
from valkey.exceptions import ValkeyError


def attempt(call, *arguments):
    try:
        call(*arguments)
    except ValkeyError as error:
        print(type(error).__name__)
        print("   ", error)


start_empty()
with running("--save", "3600 1") as client:
    client.rpush("list", "Dune")
    attempt(client.get, "list")
    attempt(client.set, "book", {"title": "Dune"})

    (FOLDER / "dump.rdb").mkdir()  # so the file can't be written
    client.bgsave()
    while client.info("persistence")["rdb_bgsave_in_progress"]:
        pass
    attempt(client.set, "book", "Dune")

start_empty()
with running("--requirepass", "secret") as client:
    attempt(client.get, "book")

with running("--replicaof", "127.0.0.1 1") as client:
    attempt(client.set, "book", "Dune")

attempt(Valkey(unix_socket_path="data/valkey.sock").ping)
attempt(Valkey(port=1).ping)
