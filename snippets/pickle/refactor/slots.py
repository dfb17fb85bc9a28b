import pickle
from dataclasses import dataclass

ADDED_SINCE = {"language": "en"}


@dataclass(slots=True)
class Broken:
    title: str
    language: str = "en"

    def __setstate__(self, state):
        self.__dict__.update(ADDED_SINCE | state)


@dataclass(frozen=True, slots=True)
class Book:
    title: str
    language: str = "en"

    def __getstate__(self):
        return {"title": self.title, "language": self.language}

    def __setstate__(self, state):
        for name, value in (ADDED_SINCE | state).items():
            object.__setattr__(self, name, value)


try:
    pickle.loads(pickle.dumps(Broken("Dune")))
except AttributeError as error:
    print(error)

print(pickle.loads(pickle.dumps(Book("Dune", "fr"))))
old = Book.__new__(Book)
old.__setstate__({"title": "Emma"})  # as pickle does
print(old)
