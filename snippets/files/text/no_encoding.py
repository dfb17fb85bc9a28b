import os
import subprocess
import sys

OLD_DEFAULT = {"PYTHONUTF8": "0", "LC_ALL": "C"}
PROGRAM = """
try:
    with open("menu.txt") as file:
        file.read()
except UnicodeDecodeError as error:
    print(error)
"""
subprocess.run(
    [sys.executable, "-c", PROGRAM],
    env=os.environ | OLD_DEFAULT,
    check=True,
)
