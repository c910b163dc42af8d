"""What others call says what it promises."""

from tools.checks.promises_are_written import check
from tools.checks.tests.conftest import Plant

PATH = "weefsel/posts/rules.py"


def test_written_promises_and_private_functions_pass(found: Plant) -> None:
    files = {
        PATH: 'def may_pin(actor):\n    """Owners."""\n\ndef _own(actor): ...\n',
        "weefsel/posts/__init__.py": '"""Posts."""\n',
    }
    assert found(check, files) == []


def test_a_public_function_without_a_promise_is_caught(found: Plant) -> None:
    assert found(check, {PATH: "def may_pin(actor): ...\n"}) == [f"{PATH}:1"]


def test_an_app_that_does_not_say_what_it_is_for_is_caught(found: Plant) -> None:
    assert found(check, {"weefsel/posts/__init__.py": "\n"}) == ["weefsel/posts/__init__.py:1"]
