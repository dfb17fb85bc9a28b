import os
from pathlib import PureWindowsPath

from platformdirs.windows import Windows

local = r"C:\Users\Ann\AppData\Local"
os.environ["WIN_PD_OVERRIDE_LOCAL_APPDATA"] = local

for author in [None, False, "Acme"]:
    folder = Windows("SuperApp", appauthor=author).user_data_dir
    print(f"{author!s:6}", PureWindowsPath(folder))
