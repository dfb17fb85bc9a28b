class TooMany(Exception):
    def __init__(self, item, limit):
        super().__init__(f"more than {limit} of {item}")


class TooManyFixed(Exception):
    def __init__(self, item, limit):
        super().__init__(item, limit)

    def __str__(self):
        item, limit = self.args
        return f"more than {limit} of {item}"


def order(refusal):
    raise refusal("tea", 3)
