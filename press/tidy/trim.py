"""Leave out what no reader's browser asks for: source maps, and stemmers of other languages."""

import re
import shutil

from press.site import Site

_POINTER = re.compile(r"\n?(//# sourceMappingURL=\S+|/\*# sourceMappingURL=\S+ \*/)\s*\Z")


def press(site: Site) -> None:
    """Remove the files, and the comments that name them."""
    for file in sorted(site.folder.rglob("*.map")):
        file.unlink()
        asset = file.with_suffix("")
        if asset.is_file():
            asset.write_text(_POINTER.sub("\n", asset.read_text("utf-8")), "utf-8", newline="")
    for folder in sorted(site.folder.glob("assets/javascripts/lunr")):
        shutil.rmtree(folder)
    for file in (*site.folder.glob("sitemap.xml.gz"), *site.folder.glob("tags.json")):
        file.unlink()
