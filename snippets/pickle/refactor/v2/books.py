from dataclasses import dataclass, field


@dataclass
class Book:
    title: str
    pages: int
    language: str = "en"
    keywords: list[str] = field(default_factory=list)
