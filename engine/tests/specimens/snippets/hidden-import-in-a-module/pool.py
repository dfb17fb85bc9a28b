import concurrent


def pool():
    return concurrent.futures.ThreadPoolExecutor()
