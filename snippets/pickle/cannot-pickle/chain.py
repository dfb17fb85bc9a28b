class Node:
    def __init__(self, value, following):
        self.value = value
        self.following = following


class Chain:
    def __init__(self, values):
        self.first = None
        for value in reversed(values):
            self.first = Node(value, self.first)

    def __iter__(self):
        node = self.first
        while node:
            yield node.value
            node = node.following

    def __reduce__(self):
        return Chain, (list(self),)
