import marshal
import struct
import traceback
from base64 import b64decode

HALF = struct.pack("<q", 7)[:4]
TEA = "dGVhIQ"  # "tea!", without the two = at its end
PADDED = TEA + "=" * (-len(TEA) % 4)

CASES = {
    "half of the number": (struct.unpack, ["<q", HALF], ["<i", HALF]),
    "text in place of a number": (
        struct.pack,
        ["<i", "7"],
        ["<i", int("7")],
    ),
    "a number that is too big": (
        struct.pack,
        ["<i", 3 * 10**9],
        ["<q", 3 * 10**9],
    ),
    "base64 without its = signs": (b64decode, [TEA], [PADDED]),
    "base64 with a letter too many": (b64decode, [TEA[:5]], [TEA[:4]]),
    "not from marshal": (
        marshal.loads,
        [b"{}"],
        [marshal.dumps({})],
    ),
}
for what, (function, wrong, right) in CASES.items():
    try:
        function(*wrong)
    except (struct.error, ValueError) as error:
        (message,) = traceback.format_exception_only(error)
        print(f"{what}: {message}", end="")
    print("    right:", function(*right))
