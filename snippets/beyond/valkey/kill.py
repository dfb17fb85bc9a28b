from server import LOG, running, start_empty

SETTINGS = {
    "nothing is saved": ("--save", ""),
    "SAVE after 60": ("--save", "3600 1"),
    "log, synced: no": (*LOG, "no"),
    "log, synced: everysec": (*LOG, "everysec"),
    "log, synced: always": (*LOG, "always"),
}


def answer(client, numbers):
    """Write keys; each call returns when the server has answered."""
    for n in numbers:
        client.set(f"key {n}", n)


def in_file(client):
    """Return whether the log's buffer is written to its file."""
    return not client.info("persistence").get("aof_buffer_length")


print("answered  kept after a kill")
for name, options in SETTINGS.items():
    start_empty()
    with running(*options) as client:
        answer(client, range(60))
        if name.startswith("SAVE"):
            client.save()
        answer(client, range(60, 100))
        while not in_file(client):
            pass
    with running(*options) as client:
        print(f"     100  {client.dbsize():4}  {name}")
