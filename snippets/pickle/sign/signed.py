import hmac
import pickle

SIZE = 32  # bytes of a SHA-256 digest


# --8<-- [start:sign]
def sign(key, name, data):
    return hmac.digest(key, name.encode() + b"\0" + data, "sha256")
    # --8<-- [end:sign]


def save(path, value, key):
    data = pickle.dumps(value)
    path.write_bytes(sign(key, path.name, data) + data)


# --8<-- [start:load]
def load(path, key):
    content = path.read_bytes()
    signature, data = content[:SIZE], content[SIZE:]
    if not hmac.compare_digest(signature, sign(key, path.name, data)):
        raise ValueError(f"{path.name}: wrong signature, not loaded")
    return pickle.loads(data)
    # --8<-- [end:load]
