"""The kinds of post: the composer offers them, a card shows them, a rule narrows them."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class PostKind:
    """A kind of post. ``needs_moderator`` keeps it to owners and moderators of a community (announcements)."""

    place: int
    name: str
    label: Promise
    icon: str
    prompt: Promise
    has_title: bool = False
    needs_moderator: bool = False
    on_storylines: bool = True


post_kinds: dict[str, PostKind] = {}


def add_post_kind(kind: PostKind) -> None:
    post_kinds[kind.name] = kind
