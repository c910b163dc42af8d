"""A maker of notices, straight into the table."""

from itertools import count

from weefsel.notices.models import Notice
from weefsel.notices.terms import Kind
from weefsel.people.models import Person
from weefsel.posts.models import Post

_numbers = count(1)


def make_notice(person: Person, post: Post, *, kind: str = Kind.MENTIONED) -> Notice:
    """A notice that tells somebody of a post, whether or not they may read it."""
    return Notice.objects.create(
        person=person, kind=kind, by_id=post.author_id, post=post, key=f"made:{next(_numbers)}"
    )
