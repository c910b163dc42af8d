"""Tables hold rows: no logic on saving, no hidden order, no signals."""

from tools.checks.tests.conftest import Plant
from tools.checks.thin_models import check

PATH = "weefsel/posts/models/post.py"


def test_a_thin_table_passes(found: Plant) -> None:
    assert found(check, {PATH: "class Post(Model):\n    def __str__(self): ...\n"}) == []


def test_logic_in_a_table_is_caught(found: Plant) -> None:
    planted = """
        class Post(Model):
            class Meta:
                ordering = ["pk"]

            def save(self): ...
    """
    assert sorted(found(check, {PATH: planted})) == [f"{PATH}:3", f"{PATH}:5"]


def test_a_signal_is_caught_anywhere(found: Plant) -> None:
    path = "weefsel/posts/apps.py"
    assert found(check, {path: "from django.db.models.signals import post_save\n"}) == [f"{path}:1"]
