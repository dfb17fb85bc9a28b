"""Let search weigh what a page answers: its title, its tags and the questions it names."""

import json

from press.site import Site

INDEX = "search/search_index.json"


def press(site: Site) -> None:
    """Put them where the theme's search looks first; a page says `answers:` in its head."""
    path = site.folder / INDEX
    if not path.is_file():  # another generator's search has another index
        return
    index = json.loads(path.read_text("utf-8"))
    keys = {page.address: (page, key) for page, key in site.sourced}
    for entry in index["docs"]:
        if entry["location"] in keys:
            page, key = keys[entry["location"]]
            said = site.front_matter(key)
            entry["tags"] = [page.title, *said.get("tags", ()), *said.get("answers", ())]
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, "utf-8", newline="\n")
