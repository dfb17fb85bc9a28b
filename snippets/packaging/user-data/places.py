import os
from pathlib import PurePosixPath, PureWindowsPath

from platformdirs.macos import MacOS
from platformdirs.unix import Unix
from platformdirs.windows import Windows

for name in [name for name in os.environ if name.startswith("XDG_")]:
    del os.environ[name]
local = r"C:\Users\Ann\AppData\Local"
os.environ["WIN_PD_OVERRIDE_LOCAL_APPDATA"] = local

for title, system, path in [
    ("Linux", Unix, PurePosixPath),
    ("macOS", MacOS, PurePosixPath),
    ("Windows", Windows, PureWindowsPath),
]:
    dirs = system("notes", appauthor=False)
    print(title)
    print("  data  ", path(dirs.user_data_dir))
    print("  config", path(dirs.user_config_dir))
    print("  state ", path(dirs.user_state_dir))
    print("  cache ", path(dirs.user_cache_dir))
