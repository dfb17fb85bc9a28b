import multiprocessing


def double(number):
    return 2 * number


if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        print(pool.map(double, [1, 2, 3]))
        pool.close()
        pool.join()
