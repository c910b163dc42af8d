"""A command asks before it does anything."""

from tools.checks.commands_ask_first import check
from tools.checks.tests.conftest import Plant

PATH = "weefsel/posts/commands/pin_post.py"


def test_a_command_that_loads_and_asks_passes(found: Plant) -> None:
    clean = '''
        def pin_post(actor, *, post_id, replies=None):
            """Pin it."""
            post = seen_post(actor, post_id)
            answered = seen_post(actor, replies) if replies else None
            others = [seen_post(actor, other) for other in ()]
            require(may_pin(actor, post), "Only owners pin.")
            post.pin()
    '''
    assert found(check, {PATH: clean}) == []


def test_a_command_that_never_asks_is_caught(found: Plant) -> None:
    planted = """
        def pin_post(actor, *, post_id):
            post = seen_post(actor, post_id)
            post.pin()
    """
    assert found(check, {PATH: planted}) == [f"{PATH}:1"]


def test_a_command_that_writes_before_it_asks_is_caught(found: Plant) -> None:
    planted = """
        def pin_post(actor, *, post_id):
            Pin.objects.create(post_id=post_id)
            require(may_pin(actor, post_id), "Only owners pin.")
    """
    assert found(check, {PATH: planted}) == [f"{PATH}:1"]


def test_a_table_read_past_the_checking_doors_is_caught(found: Plant) -> None:
    planted = """
        def pin_post(actor, *, post_id):
            post = Post.objects.get(pk=post_id)
            require(may_pin(actor, post), "Only owners pin.")
    """
    assert found(check, {PATH: planted}) == [f"{PATH}:1"]


def test_what_only_the_app_itself_calls_need_not_ask(found: Plant) -> None:
    private = "def _write(actor): ...\n"
    module = "def write(actor): ...\n"
    files = {PATH: private, "weefsel/posts/commands/_write.py": module, "weefsel/posts/commands/_slack/text.py": module}
    assert found(check, files) == []
