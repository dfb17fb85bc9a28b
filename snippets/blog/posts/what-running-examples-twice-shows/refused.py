try:
    number = float("1_000")
except ValueError as error:
    print("refused:", error)
