def cached(client, key, seconds, compute):
    """Return the value of a key; compute and keep it if it is gone."""
    found = client.get(key)
    if found is None:
        found = compute()
        client.set(key, found, ex=seconds)
    return found


def put(client, job):
    client.lpush("todo", job)


def take(client, worker):
    """Wait for a job; move it to the list of this worker."""
    return client.blmove("todo", f"doing:{worker}", 0, "RIGHT", "LEFT")


def done(client, worker, job):
    client.lrem(f"doing:{worker}", 1, job)


def put_back(client, worker):
    """Put back what a worker had when it was killed."""
    while client.lmove(f"doing:{worker}", "todo", "RIGHT", "RIGHT"):
        pass
