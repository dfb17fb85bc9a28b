class ndarray:
    def __setstate__(self, state):
        _, self.shape, _, _, self.data = state


class dtype:
    def __init__(self, *details):
        pass

    def __setstate__(self, state):
        pass
