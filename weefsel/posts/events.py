"""What posts announce."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PostPublished:
    """A thread start or a reply stands (``thread_id`` is empty for a start)."""

    post_id: int
    home_id: int
    author_id: int
    thread_id: int | None = None


@dataclass(frozen=True, slots=True)
class PostsImported:
    """A batch came in from elsewhere: nobody is told of it."""

    post_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PostEdited:
    post_id: int


@dataclass(frozen=True, slots=True)
class PostDeleted:
    post_id: int


@dataclass(frozen=True, slots=True)
class ReactionAdded:
    post_id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class ReactionRemoved:
    post_id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class PersonMentioned:
    post_id: int
    person_id: int
