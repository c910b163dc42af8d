"""What a query hands out is a frozen card of plain values."""

from tools.checks.cards_carry_no_models import check
from tools.checks.tests.conftest import Plant

PATH = "weefsel/posts/queries/thread.py"


def test_a_frozen_card_of_plain_values_passes(found: Plant) -> None:
    clean = """
        @dataclass(frozen=True, slots=True)
        class PostCard:
            id: int
            author: PersonCard | None

        class Window(StrEnum):
            NEW = "new"

        class Row(Struct, frozen=True):
            id: int
    """
    assert found(check, {PATH: clean}) == []


def test_a_card_that_can_change_is_caught(found: Plant) -> None:
    planted = """
        @dataclass(slots=True)
        class PostCard:
            id: int
    """
    assert found(check, {PATH: planted}) == [f"{PATH}:2"]


def test_a_card_that_carries_a_table_is_caught(found: Plant) -> None:
    planted = """
        from weefsel.people.models import Person as Author

        @dataclass(frozen=True, slots=True)
        class PostCard:
            author: "Author | None"
            replies: models.QuerySet
    """
    assert found(check, {PATH: planted}) == [f"{PATH}:5", f"{PATH}:6"]
