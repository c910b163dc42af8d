"""A refusal reaches the middleware; no failure is hushed up."""

from tools.checks.no_refusal_swallowed import check
from tools.checks.tests.conftest import Plant

VIEW = "weefsel/posts/web/views.py"
RULES = "weefsel/posts/rules.py"


def test_a_narrow_error_that_is_answered_passes(found: Plant) -> None:
    clean = """
        try:
            number = int(text)
        except ValueError:
            number = 0
        with suppress(FileNotFoundError):
            path.unlink()
    """
    assert found(check, {RULES: clean, "weefsel/posts/web/forms.py": clean}) == []


def test_a_try_in_a_view_is_caught(found: Plant) -> None:
    planted = """
        try:
            publish_post()
        except ValueError:
            answer = 1
    """
    assert found(check, {VIEW: planted}) == [f"{VIEW}:1"]


def test_a_refusal_caught_at_a_door_is_caught(found: Plant) -> None:
    planted = """
        try:
            publish_post()
        except refusals.NotAllowed:
            answer = 1
    """
    assert found(check, {"weefsel/posts/web/forms.py": planted}) == ["weefsel/posts/web/forms.py:3"]


def test_a_bare_or_empty_catch_is_caught_anywhere(found: Plant) -> None:
    planted = """
        try:
            go()
        except:
            answer = 1
        try:
            go()
        except OSError:
            pass
        with suppress(Exception):
            go()
    """
    assert sorted(found(check, {RULES: planted})) == [f"{RULES}:3", f"{RULES}:7", f"{RULES}:9"]
