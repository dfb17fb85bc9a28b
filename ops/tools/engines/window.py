"""A window with nothing but WebKitGTK in it, for its driver: window.py PROFILE SCRIPT

The system's Python runs it, which has the bindings. The MiniBrowser beside the driver keeps no
files, tells nothing of its console, and is never as narrow as a phone. The script runs in each
page before its own.
"""

import sys
from typing import Any

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402


def view(_session: Any) -> Any:
    """Return a web view in a window of its own."""
    settings = WebKit2.Settings(enable_write_console_messages_to_stdout=True)
    content = WebKit2.UserContentManager()
    content.add_script(first)
    made = WebKit2.WebView(
        web_context=context,
        settings=settings,
        user_content_manager=content,
        is_controlled_by_automation=True,
    )
    window = Gtk.Window(decorated=False, default_width=1280, default_height=900)
    window.add(made)
    window.show_all()
    made.connect("close", lambda _: window.destroy())
    made.grab_focus()
    return made


def started(_context: Any, session: Any) -> None:
    """Answer the driver that asks for a browser."""
    session.connect("create-web-view", view)
    info = WebKit2.ApplicationInfo()
    info.set_name("MiniBrowser")  # the name that Selenium asks for
    info.set_version(
        WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version()
    )
    session.set_application_info(info)


profile, script = sys.argv[1:3]
first = WebKit2.UserScript(
    script,
    WebKit2.UserContentInjectedFrames.ALL_FRAMES,
    WebKit2.UserScriptInjectionTime.START,
    None,
    None,
)
manager = WebKit2.WebsiteDataManager(
    base_data_directory=f"{profile}/data", base_cache_directory=f"{profile}/cache"
)
context = WebKit2.WebContext.new_with_website_data_manager(manager)
context.set_automation_allowed(True)
context.connect("automation-started", started)
Gtk.main()
