from atomic import atomic_write

atomic_write("score.txt", b"new: 200 points\n")
print("saved", flush=True)
