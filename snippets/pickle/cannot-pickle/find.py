import pickle

from job import Inbox, Job


def culprit(value, path):
    if isinstance(value, dict):
        parts = {f"[{key!r}]": part for key, part in value.items()}
    elif isinstance(value, (list, tuple)):
        parts = {f"[{n}]": part for n, part in enumerate(value)}
    else:
        attributes = getattr(value, "__dict__", {})
        parts = {f".{name}": part for name, part in attributes.items()}
    for name, part in parts.items():
        try:
            pickle.dumps(part)
        except Exception:
            return culprit(part, path + name)
    return path


job = Job("sort", [Inbox("first"), Inbox("second")])
try:
    pickle.dumps(job)
except TypeError as error:
    print(error)
    print(culprit(job, "job"))
