from datetime import UTC, datetime
from zoneinfo import ZoneInfo, available_timezones

parse, read = datetime.strptime, datetime.fromisoformat
MINUTES = "%Y-%m-%d %H:%M"
naive = read("2026-11-27T09:30")
aware = read("2026-11-27T09:30+00:00")

WRONG = {
    "the day comes first": lambda: read("27.11.2026"),
    "a T in the middle": lambda: parse("2026-11-27T09:30", MINUTES),
    "an offset at the end": lambda: parse(
        "2026-11-27 09:30+0100", MINUTES
    ),
    "only one has a zone": lambda: naive < aware,
    "no such zone": lambda: ZoneInfo("Europe/Berlim"),
}
RIGHT = [
    parse("27.11.2026", "%d.%m.%Y"),
    read("2026-11-27T09:30"),
    read("2026-11-27 09:30+0100"),
    naive.replace(tzinfo=UTC) == aware,
    "Europe/Berlim" in available_timezones(),
]
for (what, attempt), right in zip(WRONG.items(), RIGHT, strict=True):
    try:
        attempt()
    except (KeyError, TypeError, ValueError) as error:
        print(f"{what}: {type(error).__name__}: {error}")
    print("    right:", right)
