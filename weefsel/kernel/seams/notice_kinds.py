"""The kinds of notice: each has a reason that is said to the receiver."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class NoticeKind:
    """A kind of notice. ``sentence`` has the places %(by)s and %(where)s; ``reason`` says why the receiver gets it."""

    name: str
    sentence: Promise
    reason: Promise
    icon: str


notice_kinds: dict[str, NoticeKind] = {}


def add_notice_kind(kind: NoticeKind) -> None:
    notice_kinds[kind.name] = kind
