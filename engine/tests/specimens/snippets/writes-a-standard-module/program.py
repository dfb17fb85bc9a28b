from pathlib import Path

Path("queue.py").write_text("kept = 'kept'")
import queue

print(queue.kept)
