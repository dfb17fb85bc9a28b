from dataclasses import dataclass, field
from queue import Queue


@dataclass
class Inbox:
    name: str
    waiting: Queue = field(default_factory=Queue)


@dataclass
class Job:
    title: str
    inboxes: list[Inbox]
