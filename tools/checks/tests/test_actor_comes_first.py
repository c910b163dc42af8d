"""Whoever asks or does is named first."""

from tools.checks.actor_comes_first import check
from tools.checks.tests.conftest import Plant

COMMAND = "weefsel/posts/commands/pin_post.py"
QUERY = "weefsel/posts/queries/thread.py"


def test_actor_first_and_the_rest_by_keyword_passes(found: Plant) -> None:
    clean = {
        COMMAND: "def pin_post(actor: Actor, *, post_id: int): ...\n",
        QUERY: "def thread(actor: Actor, post_id): ...\n",
    }
    assert found(check, clean) == []


def test_a_request_or_nobody_in_place_of_the_actor_is_caught(found: Plant) -> None:
    planted = """
        def thread(request, post_id): ...
        def replies(actor: Actor = STRANGER): ...
        def reactions(actor: Actor | None, post_id): ...
        def count(): ...
    """
    assert found(check, {QUERY: planted}) == [f"{QUERY}:{line}" for line in (1, 2, 3, 4)]


def test_a_command_with_values_by_position_is_caught(found: Plant) -> None:
    assert found(check, {COMMAND: "def pin_post(actor: Actor, post_id: int): ...\n"}) == [f"{COMMAND}:1"]
