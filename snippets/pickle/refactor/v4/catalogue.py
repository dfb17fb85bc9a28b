from dataclasses import dataclass, field


@dataclass
class Volume:
    title: str
    pages: int
    language: str = "en"
    keywords: list[str] = field(default_factory=list)

    def __setstate__(self, state):
        added_since = {"language": "en", "keywords": []}
        self.__dict__.update(added_since | state)
