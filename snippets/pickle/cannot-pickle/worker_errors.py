from concurrent.futures import ProcessPoolExecutor

from limits import TooMany, TooManyFixed, order

if __name__ == "__main__":
    for refusal in (TooMany, TooManyFixed):
        with ProcessPoolExecutor() as pool:
            error = pool.submit(order, refusal).exception()
            print(f"{type(error).__name__}: {error}")
