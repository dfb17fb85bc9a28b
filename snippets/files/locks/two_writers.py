from multiprocessing import Barrier, Process

from stock import add, save


def deliver(both_ready):
    both_ready.wait()
    for _ in range(25):
        add("tea", 1)


if __name__ == "__main__":
    save({"tea": 0})
    both_ready = Barrier(2)
    writers = [
        Process(target=deliver, args=(both_ready,)) for _ in range(2)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    print("exit codes", [writer.exitcode for writer in writers])
