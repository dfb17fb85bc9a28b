"""List the pages for machines: sitemap.xml with the date of each, and robots.txt."""

from xml.sax.saxutils import escape

from press.site import Site


def press(site: Site) -> None:
    """Write both files."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    for page in sorted(site.pages, key=lambda page: page.address):
        when = site.changed.get(page.key or "")
        date = f"<lastmod>{when.isoformat()}</lastmod>" if when else ""
        lines.append(f"  <url><loc>{escape(site.url + page.address)}</loc>{date}</url>")
    text = "\n".join([*lines, "</urlset>", ""])
    (site.folder / "sitemap.xml").write_text(text, "utf-8", newline="\n")
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {site.url}sitemap.xml\n"
    (site.folder / "robots.txt").write_text(robots, "utf-8", newline="\n")
