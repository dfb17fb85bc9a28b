from hypothesis import HealthCheck, settings
from machine import StoreAndDict

TestStore = StoreAndDict.TestCase
TestStore.settings = settings(
    max_examples=20,
    stateful_step_count=10,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
