import subprocess
import sys

LOAD = "import pickle; pickle.load(open('pandas.pickle', 'rb'))"
command = [sys.executable, "-S", "-c", LOAD]
done = subprocess.run(command, capture_output=True, text=True)
print(done.stderr.splitlines()[-1])
