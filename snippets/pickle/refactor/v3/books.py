from dataclasses import dataclass, field


@dataclass
class Book:
    title: str
    pages: int
    language: str = "en"
    keywords: list[str] = field(default_factory=list)

    # --8<-- [start:setstate]
    def __setstate__(self, state):
        added_since = {"language": "en", "keywords": []}
        self.__dict__.update(added_since | state)
        # --8<-- [end:setstate]
