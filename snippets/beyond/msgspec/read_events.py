from pathlib import Path

import msgspec
from events import Event, Lent, Lost

decoder = msgspec.json.Decoder(Event)
for event in decoder.decode_lines(Path("events.jsonl").read_bytes()):
    match event:
        case Lent(title, day):
            print(title, "was lent on", day)
        case Lost(title, price):
            print(title, "was lost:", price)

for text in '{"type": "sold"}', '{"title": "Emma"}', '{"type": "lent"':
    try:
        decoder.decode(text)
    except msgspec.DecodeError as error:
        print(f"{type(error).__name__}: {error}")
