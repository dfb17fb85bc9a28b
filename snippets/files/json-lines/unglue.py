import json
from pathlib import Path


def documents(text):
    decoder = json.JSONDecoder()
    start = 0
    while text := text[start:].lstrip():
        document, start = decoder.raw_decode(text)
        yield document


print(list(documents(Path("glued.json").read_text(encoding="utf-8"))))
