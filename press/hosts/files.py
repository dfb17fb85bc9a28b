"""Write what hosts read beside the pages: headers and redirects for nginx and for Pages."""

from urllib.parse import quote

from press.hosts import policy, redirects
from press.site import Site

NGINX = ".nginx"
IMMUTABLE = "public, max-age=31536000, immutable"
_NEVER_CHANGE = (  # a hash or a version is in each address; ops/deploy/nginx.conf says the same
    "assets/javascripts/*",
    "assets/stylesheets/*",
    "assets/run/python-*",
    "assets/run/editor-*",
)


def press(site: Site) -> None:
    """Write the files; all say the same."""
    headers = policy.headers(site)
    moved = {
        site.base + old: quote(site.base + new, "/#")
        for old, new in redirects.moved(site.project.root).items()
    }
    folder = site.folder / NGINX
    folder.mkdir(exist_ok=True)
    lines = [f'add_header {name} "{value}" always;' for name, value in headers.items()]
    (folder / "headers.conf").write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
    lines = [f"location = {old} {{ return 301 {new}; }}" for old, new in moved.items()]
    lines.insert(0, f"error_page 404 {site.base}404.html;")
    (folder / "redirects.conf").write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
    lines = [f"{site.base}*", *(f"  {name}: {value}" for name, value in headers.items())]
    for path in _NEVER_CHANGE:
        lines += [site.base + path, f"  Cache-Control: {IMMUTABLE}"]
    (site.folder / "_headers").write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
    lines = [f"{quote(old)} {new} 301" for old, new in moved.items()]
    (site.folder / "_redirects").write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
    (site.folder / ".nojekyll").touch()
