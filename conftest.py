"""What holds for every test: where it runs, how long it tries, and that nothing is left for the next one."""

import os
import shutil
from collections.abc import Iterator

import pytest
from django.core.cache import caches
from hypothesis import HealthCheck, settings

LONG = os.environ.get("LONG_TESTS") == "1"

settings.register_profile("quick", max_examples=15, deadline=None, derandomize=True, database=None)
settings.register_profile("short", max_examples=60, deadline=None, derandomize=True, database=None)
settings.register_profile("long", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("long" if LONG else os.environ.get("HYPOTHESIS_PROFILE", "short"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long versions to ``bin/test --long``."""
    if LONG:
        return
    long = [item for item in items if item.get_closest_marker("long")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]


def pytest_unconfigure() -> None:
    """Take away the home of this process."""
    shutil.rmtree(os.environ["WEEFSEL_HOME"], ignore_errors=True)


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    """What one test leaves in the memory of the process is not seen by the next."""
    yield
    caches["process"].clear()
