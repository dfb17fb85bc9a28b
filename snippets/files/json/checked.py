from tagged import dumps, loads


def checked_dumps(value):
    text = dumps(value)
    if loads(text) != value:
        raise ValueError("reading it back gives something else")
    return text


for value in ([1, 2], (1, 2), {"1": "text"}, {1: "one"}):
    try:
        checked_dumps(value)
        print("saved  ", value)
    except ValueError as error:
        print("refused", value, "-", error)
