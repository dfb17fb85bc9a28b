"""Make the table of what running the pages of other sites showed, from the engine's results."""

from twicetold.base.project import Project

_ROWS = {
    "sites": "public sites",
    "pages": "pages with Python on them",
    "blocks": "blocks of Python",
    "run": "of them run",
    "passed": "do what their page shows, twice",
    "first": "fail or show something else the first time",
    "second run differs": "do so only the second time",
    "not run": "not run, each with a reason",
}


def table(project: Project) -> str:
    """Return the sums over all sites, as Markdown; nothing where there are no results.

    Args:
        project: the sources.
    """
    file = project.root / "engine" / "RESULTS.md"
    text = file.read_text("utf-8") if file.is_file() else ""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.split("\n")]
    firsts = [row[0] for row in rows]
    if not {"site", "all"} <= set(firsts):
        return ""
    first, last = firsts.index("site"), firsts.index("all")
    cells = zip(rows[first], rows[last], strict=True)
    sums = {head: int(cell) for head, cell in cells if cell.isdigit()}
    sums["sites"] = last - first - 2
    sums["first"] = sums["raised"] + sums["output differs"] + sums["timed out"]
    head = ["| what | how many |", "|---|---:|"]
    return (
        "\n".join([*head, *(f"| {said} | {sums[key]} |" for key, said in _ROWS.items())]) + "\n"
    )
