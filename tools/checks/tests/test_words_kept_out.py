"""Words that no file may hold."""

import pytest

from tools.checks.tests.conftest import Plant
from tools.checks.words_kept_out import check


def test_plain_text_passes(found: Plant) -> None:
    assert found(check, {"docs/using.md": "See https://example.org/" + "work/ and ~/root/.\n"}) == []


@pytest.mark.parametrize(
    "planted",
    ["https://py" + "pi.org/simple", "registry.npm" + "js.org", "/wo" + "rk/main", "/tm" + "p/x", "# TO" + "DO later"],
)
def test_registries_machine_paths_and_unfinished_work_are_caught(found: Plant, planted: str) -> None:
    assert found(check, {"docs/using.md": f"One\n{planted}\n"}) == ["docs/using.md:2"]


def test_a_lock_of_javascript_packages_is_read_too(found: Plant) -> None:
    planted = '{\n"resolved": "https://registry.npm' + 'js.org/x"}\n'
    assert found(check, {"package-lock.json": planted}) == ["package-lock.json:2"]
