import inspect


def main():
    print(__name__, len(inspect.getsource(main).splitlines()))


if __name__ == "__main__":
    main()
