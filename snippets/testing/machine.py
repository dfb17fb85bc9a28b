from pathlib import Path
from tempfile import TemporaryDirectory

import store
from hypothesis import stateful, strategies
from notes import connect

NAMES = strategies.sampled_from(["a", "A"])


class StoreAndDict(stateful.RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name, "notes.db")
        self.con = connect(self.path)
        self.expected = {}

    @stateful.rule(name=NAMES, text=NAMES)
    def write(self, name, text):
        store.write(self.con, {name: text})
        self.expected[name] = text

    @stateful.rule(name=NAMES)
    def erase(self, name):
        store.erase(self.con, name)
        self.expected.pop(name, None)

    @stateful.rule()
    def open_again(self):
        self.con.close()
        self.con = connect(self.path)

    @stateful.invariant()
    def both_hold_the_same(self):
        assert store.read(self.con) == self.expected

    def teardown(self):
        self.con.close()
        self.folder.cleanup()
