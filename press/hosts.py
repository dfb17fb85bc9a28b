"""Write what hosts read beside the pages: headers and redirects for nginx and for Pages."""

from press import policy, redirects
from press.site import Site

NGINX = ".nginx"
IMMUTABLE = "public, max-age=31536000, immutable"
_NEVER_CHANGE = (  # a hash or a version is in each address; deploy/nginx.conf says the same
    "/assets/javascripts/*",
    "/assets/stylesheets/*",
    "/assets/run/python-*",
    "/assets/run/editor-*",
)


def press(site: Site) -> None:
    """Write the files; all say the same."""
    headers = policy.headers(site)
    moved = redirects.moved(site.project.root)
    folder = site.folder / NGINX
    folder.mkdir(exist_ok=True)
    lines = [f'add_header {name} "{value}" always;' for name, value in headers.items()]
    (folder / "headers.conf").write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
    lines = [f"location = /{old} {{ return 301 /{new}; }}" for old, new in moved.items()]
    (folder / "redirects.conf").write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers.items())]
    for path in _NEVER_CHANGE:
        lines += [path, f"  Cache-Control: {IMMUTABLE}"]
    (site.folder / "_headers").write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
    lines = [f"/{old} /{new} 301" for old, new in moved.items()]
    (site.folder / "_redirects").write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
    (site.folder / ".nojekyll").touch()
