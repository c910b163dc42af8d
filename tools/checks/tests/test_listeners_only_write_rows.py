"""A listener writes a job row or its own row, and nothing else."""

from tools.checks.listeners_only_write_rows import check
from tools.checks.tests.conftest import Plant

PATH = "weefsel/notices/listeners.py"


def test_listeners_that_write_rows_pass(found: Plant) -> None:
    clean = """
        @listen(PostPublished)
        def tell(event):
            tell_of_post.enqueue(event.post_id)

        @listen(CommunityFounded)
        def give_home(event):
            Home.objects.create(community_id=event.community_id)
            Home.objects.bulk_create([Home(community_id=i) for i in sorted(event.ids)])
            Home.objects.filter(pk=event.id).update(is_open=True)
    """
    assert found(check, {PATH: clean}) == []


def test_a_listener_that_works_at_once_is_caught(found: Plant) -> None:
    planted = """
        @listen(PostPublished)
        def tell(event):
            send_mail(event.post_id)
            for person in readers_of(event.post_id):
                notify(person)
    """
    assert found(check, {PATH: planted}) == [f"{PATH}:3", f"{PATH}:4", f"{PATH}:5"]


def test_a_listener_that_creates_through_a_command_is_caught(found: Plant) -> None:
    planted = """
        @listen(PostPublished)
        def tell(event):
            notices.create(event)
    """
    assert found(check, {PATH: planted}) == [f"{PATH}:3"]
