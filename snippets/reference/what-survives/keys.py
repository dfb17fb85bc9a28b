import json

KEYS = ["a", 1, 1.5, True, None, ("a", 1), b"a"]

for key in KEYS:
    try:
        (back,) = json.loads(json.dumps({key: "value"}))
        print(f"{key!r:9} -> {back!r}")
    except TypeError as error:
        print(f"{key!r:9} {error}")

print(json.dumps({1: "int", "1": "str"}))
print(json.loads(json.dumps({1: "int", "1": "str"})))
