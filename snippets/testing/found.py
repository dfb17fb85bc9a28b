import store
from hypothesis.stateful import run_state_machine_as_test
from notes import transaction
from test_machine import StoreAndDict, TestStore


def erase(con, name):
    with transaction(con):
        con.execute("DELETE FROM notes WHERE name LIKE ?", (name,))


store.erase = erase
try:
    run_state_machine_as_test(StoreAndDict, settings=TestStore.settings)
except AssertionError as error:
    print("\n".join(error.__notes__))
