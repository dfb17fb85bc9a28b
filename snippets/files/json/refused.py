import json

loop = []
loop.append(loop)
for what, value in (
    ("a tuple as a key", {(1, 2): "Alice"}),
    ("a list that contains itself", loop),
):
    try:
        json.dumps(value)
    except (TypeError, ValueError) as error:
        print(f"{what}: {type(error).__name__}: {error}")
