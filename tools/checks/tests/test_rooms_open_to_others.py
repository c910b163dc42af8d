"""The doors of an app are its own."""

from tools.checks.rooms_open_to_others import check
from tools.checks.tests.conftest import Plant

PATH = "weefsel/shell/web/views.py"


def test_what_is_open_may_be_used_and_the_entry_gathers_all_doors(found: Plant) -> None:
    clean = """
        from weefsel.posts.queries.feed import feed
        from weefsel.posts.models import Post
        from weefsel.kernel.jobs import bell
        from weefsel.shell.web import forms
        from weefsel import posts
    """
    assert found(check, {PATH: clean, "weefsel/config/urls.py": "import weefsel.posts.web.urls\n"}) == []


def test_a_door_of_another_app_is_caught(found: Plant) -> None:
    planted = """
        from weefsel.posts import listeners
        from weefsel.posts.web.forms import PostForm
        import weefsel.people.jobs.sync
    """
    assert found(check, {PATH: planted}) == [f"{PATH}:1", f"{PATH}:2", f"{PATH}:3"]
