import json

for what, text in (
    ("an empty file", ""),
    ("a web page", "<!doctype html>"),
    ("True of Python", '{"done": True}'),
    ("no comma", '{"a": 1 "b": 2}'),
    ("no colon", '{"a" 1}'),
    ("half a file", '{"title": "Du'),
    ("a line break", '{"note": "one\ntwo"}'),
    ("a Windows path", r'{"path": "C:\data"}'),
):
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        print(f"{what}: JSONDecodeError: {error}")
