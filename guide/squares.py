"""Draw the totals: a badge for the README, and a square for each program."""

from collections.abc import Iterable

from twicetold.books.ledger import Totals
from twicetold.read.model import Page

ACROSS = 36  # squares in a row
SIDE = 11  # of a square and its gap

_BADGE = """<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{label}: {said}" \
width="{width}" height="20" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" \
fill="#fff" text-anchor="middle">
<title>{label}: {said}</title>
<rect width="{width}" height="20" rx="3" fill="#1a2224"/>
<path d="M{left} 0H{edge}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H{left}z" fill="#0b6075"/>
<text x="{first}" y="14" textLength="{label_width}">{label}</text>
<text x="{second}" y="14" textLength="{said_width}">{said}</text>
</svg>
"""
_KINDS = (
    ("twice", "run twice wherever the tests run", "var(--md-typeset-a-color)"),
    ("some", "run where its condition holds", "var(--md-accent-fg-color)"),
    ("once", "run once, for a reason", "var(--md-default-fg-color--lighter)"),
)


def badge(sums: Totals) -> str:
    """Return an SVG that says how many programs are run.

    Args:
        sums: the totals of the site.
    """
    label, said = "tested", f"{sums.programs} programs, run twice"
    label_width, said_width = round(6.3 * len(label)), round(6.3 * len(said))
    left = label_width + 12
    width = left + said_width + 12
    return _BADGE.format(
        label=label,
        said=said,
        width=width,
        left=left,
        edge=width - 3,
        first=left / 2,
        second=left + said_width / 2 + 6,
        label_width=label_width,
        said_width=said_width,
    )


def squares(pages: Iterable[Page]) -> str:
    """Return an SVG, for a page, with a square for each program in the order of pages.

    Args:
        pages: all pages of the site.
    """
    marks = [example.marks for page in pages for example in page.examples]
    kinds = [
        "once" if m.once else "some" if m.conditions or m.needs else "twice" for m in marks
    ]
    rows = -(-len(kinds) // ACROSS)
    legend = rows * SIDE + 8
    height = legend + 20 * len(_KINDS)
    counts = [f"{kinds.count(kind)} {words}" for kind, words, *_ in _KINDS]
    lines = [
        '<figure class="diagram">',
        f'<svg role="img" aria-labelledby="squares-title squares-desc" '
        f'width="{ACROSS * SIDE}" viewBox="0 0 {ACROSS * SIDE} {height}" font-size="12" '
        'fill="currentColor">',
        f'<title id="squares-title">A square for each of the {len(kinds)} programs</title>',
        f'<desc id="squares-desc">{"; ".join(counts)}.</desc>',
    ]
    for number, (kind, _, colour) in enumerate(_KINDS):
        places = [divmod(place, ACROSS) for place, each in enumerate(kinds) if each == kind]
        path = "".join(f"M{x * SIDE} {y * SIDE}h9v9h-9z" for y, x in places)
        y = legend + 20 * number
        lines.append(f'<path fill="{colour}" d="{path}M0 {y}h9v9h-9z"/>')
        lines.append(f'<text x="16" y="{y + 9}">{counts[number]}</text>')
    caption = "<figcaption>A square for each program, in the order of the pages</figcaption>"
    return "\n".join([*lines, "</svg>", caption, "</figure>", ""])
