import os
import sys

print("kept")
sys.stdout.write("lost")
os._exit(0)
