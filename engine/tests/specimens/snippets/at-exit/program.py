import atexit
import os
import threading


class Note:
    def __del__(self):
        print("deleted")


note = Note()
note.itself = note
atexit.register(print, "at exit")
threading.Timer(0.05, print, ["in a thread"]).start()
os.write(1, b"written\n")
print("end of the program")
