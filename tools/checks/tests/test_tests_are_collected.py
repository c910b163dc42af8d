"""A test that pytest does not find, or that is left out, proves nothing."""

from tools.checks.tests.conftest import Plant
from tools.checks.tests_are_collected import check

PROJECT = {"pyproject.toml": '[tool.pytest.ini_options]\ntestpaths = ["weefsel"]\n'}
TEST = "def test_it_holds(): ...\n"


def test_a_collected_test_passes(found: Plant) -> None:
    files = {"weefsel/posts/tests/test_pin_post.py": TEST, "weefsel/posts/tests/worlds.py": "def world(): ...\n"}
    assert found(check, PROJECT | files) == []


def test_a_test_in_a_file_of_another_name_is_caught(found: Plant) -> None:
    assert found(check, PROJECT | {"weefsel/posts/tests/pinning.py": TEST}) == ["weefsel/posts/tests/pinning.py:1"]


def test_a_test_where_pytest_does_not_look_is_caught(found: Plant) -> None:
    files = {"deploy/tests/test_it.py": TEST, "weefsel/posts/test_it.py": TEST}
    assert found(check, PROJECT | files) == ["deploy/tests/test_it.py:1", "weefsel/posts/test_it.py:1"]


def test_a_file_without_a_test_is_caught(found: Plant) -> None:
    path = "weefsel/posts/tests/test_it.py"
    assert found(check, PROJECT | {path: "def check_it(): ...\n"}) == [f"{path}:1"]


def test_a_test_left_out_is_caught(found: Plant) -> None:
    path = "weefsel/posts/tests/test_it.py"
    planted = "@pytest.mark.skip\n" + TEST + "def test_two():\n    pytest.skip('later')\n"
    assert found(check, PROJECT | {path: planted}) == [f"{path}:1", f"{path}:4"]
