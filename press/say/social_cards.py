"""Draw the picture that is shown for a page where its address is shared, from its title."""

import hashlib
import io
import shutil
from functools import partial
from urllib.parse import unquote

from PIL import Image, ImageDraw, ImageFont

from press.kept import kept
from press.site import Page, Site

SIZE = (1200, 630)
_INK, _PAPER, _SHADE, _ACCENT, _MIST = "#1a2224", "#faf8f2", "#f0ede2", "#0b6075", "#8fc3cc"
_MARGIN = 84
_VERSION = 2  # raise it when the drawing changes, so that no kept card is taken


def press(site: Site) -> None:
    """Draw a card a page, taking those that were drawn before."""
    for page in site.pages:
        where = _trail(page)
        text = f"{_VERSION}\0{site.name}\0{where}\0{page.heading}"
        name = f"{hashlib.sha256(text.encode()).hexdigest()}.png"
        drawn = kept(site.cache / "cards" / name, partial(_png, page.heading, where, site.name))
        target = site.folder / unquote(card(page))
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(drawn, target)


def card(page: Page) -> str:
    """Return the address of a page's card below the site's own."""
    return f"assets/cards/{page.address.strip('/').replace('/', '-') or 'index'}.png"


def _trail(page: Page) -> str:
    """Return the sections above a page, for the small print."""
    if page.is_post:
        return "blog"
    return " / ".join((page.key or "").split("/")[:-1])


def _png(title: str, where: str, name: str) -> bytes:
    few = _draw(title, where, name).quantize(64, dither=Image.Dither.NONE)
    file = io.BytesIO()
    few.save(file, "PNG", optimize=True)
    return file.getvalue()


def _draw(title: str, where: str, name: str) -> Image.Image:
    image = Image.new("RGB", SIZE, _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, SIZE[1] - 118, *SIZE), fill=_SHADE)
    draw.rectangle((0, 0, 14, SIZE[1]), fill=_ACCENT)
    draw.text((_MARGIN, 66), where, _ACCENT, _font(34))
    size = 92
    while len(lines := _wrap(draw, title, size)) > 3 and size > 48:
        size -= 4
    block = len(lines) * size * 1.18
    top = 66 + (SIZE[1] - 118 - 66 - block) / 2
    for number, line in enumerate(lines):
        at = (_MARGIN, top + number * size * 1.18)
        draw.text(at, line, _INK, _font(size), stroke_width=1, stroke_fill=_INK)
    draw.text((_MARGIN, SIZE[1] - 78), name, _INK, _font(36))
    _sheet(draw, SIZE[0] - _MARGIN - 46, SIZE[1] - 92)
    return image


def _sheet(draw: ImageDraw.ImageDraw, left: int, top: int) -> None:
    """Draw the site's mark: a page that stays."""
    corner = 18
    draw.polygon(
        [
            (left, top),
            (left + 46 - corner, top),
            (left + 46, top + corner),
            (left + 46, top + 62),
            (left, top + 62),
        ],
        fill=_ACCENT,
    )
    edge = left + 46 - corner
    draw.polygon([(edge, top), (left + 46, top + corner), (edge, top + corner)], fill=_MIST)
    for row, width in ((30, 30), (44, 20)):
        draw.rectangle((left + 8, top + row, left + 8 + width, top + row + 4), fill=_PAPER)


def _wrap(draw: ImageDraw.ImageDraw, text: str, size: int) -> list[str]:
    """Return the lines into which a title breaks at a size in pixels."""
    lines: list[str] = []
    room = SIZE[0] - 2 * _MARGIN
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and draw.textlength(longer, _font(size)) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _font(size: int) -> ImageFont.FreeTypeFont:
    """Return the font that comes with Pillow, so that none is fetched."""
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont)
    return font
