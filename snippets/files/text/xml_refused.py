import xml.etree.ElementTree as ET
from html import unescape
from xml.sax.saxutils import escape

CASES = {
    "an & that is not escaped": (
        f"<note>{'tea & milk'}</note>",
        f"<note>{escape('tea & milk')}</note>",
    ),
    "an entity of HTML": (
        "<note>cr&egrave;me</note>",
        f"<note>{escape(unescape('cr&egrave;me'))}</note>",
    ),
    "a tag left open, as in HTML": (
        "<note>tea<br>milk</note>",
        "<note>tea<br/>milk</note>",
    ),
    "one document after another": (
        "<note>tea</note><note>milk</note>",
        "<notes><note>tea</note><note>milk</note></notes>",
    ),
    "an empty line before the declaration": (
        "\n<?xml version='1.0'?><note>tea</note>",
        "\n<?xml version='1.0'?><note>tea</note>".lstrip(),
    ),
    "half a file": ("<note>tea", "<note>tea</note>"),
}
for what, (wrong, right) in CASES.items():
    try:
        ET.fromstring(wrong)
    except ET.ParseError as error:
        print(f"{what}: {type(error).__name__}: {error}")
    root = ET.fromstring(right)
    print("    right:", ET.tostring(root, encoding="unicode"))
