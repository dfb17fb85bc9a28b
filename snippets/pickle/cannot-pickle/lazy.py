from collections import namedtuple

Point = namedtuple("Position", ["x", "y"])
Place = namedtuple("Place", ["x", "y"])


class Lazy:
    def __init__(self, make, *args):
        self.make, self.args = make, args

    @property
    def __class__(self):
        return type(self.value())

    def value(self):
        return self.make(*self.args)


class LazyFixed(Lazy):
    def __reduce__(self):
        return LazyFixed, (self.make, *self.args)
