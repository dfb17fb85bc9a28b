import queue

print(queue.kept)
