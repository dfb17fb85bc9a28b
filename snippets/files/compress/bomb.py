import gzip
import io

LIMIT = 1_000_000


def read_at_most(data, limit):
    with gzip.open(io.BytesIO(data)) as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise ValueError(f"more than {limit} bytes")
    return content


bomb = gzip.compress(bytes(100_000_000))
print("less than 1 % of what it holds:", len(bomb) < LIMIT)
try:
    read_at_most(bomb, LIMIT)
except ValueError as error:
    print(error)
