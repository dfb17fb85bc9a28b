from filelock import FileLock, Timeout

try:
    with FileLock("job.lock", timeout=0):
        print("working")
except Timeout as error:
    print(error)
