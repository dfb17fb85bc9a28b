from concurrent.futures import ProcessPoolExecutor

from threads import write

if __name__ == "__main__":
    with ProcessPoolExecutor(4) as pool:
        list(pool.map(write, ["process"] * 4))
