"""What people announce."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonJoined:
    """A person exists from now on."""

    person_id: int


@dataclass(frozen=True, slots=True)
class PeopleJoined:
    """Many people exist from now on: a batch of a sync announces this one event instead of one each."""

    person_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PersonMoved:
    """Another unit, manager or site."""

    person_id: int


@dataclass(frozen=True, slots=True)
class PeopleMoved:
    """The same for a batch of a sync."""

    person_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PersonChanged:
    """What others see of a person changed: name, title, or whom a placeholder stands for."""

    person_id: int


@dataclass(frozen=True, slots=True)
class PeopleChanged:
    """The same for a batch of a sync."""

    person_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PersonLeft:
    """A person is no longer with their organisation."""

    person_id: int


@dataclass(frozen=True, slots=True)
class PersonFollowed:
    follower_id: int
    followed_id: int


@dataclass(frozen=True, slots=True)
class SyncAsked:
    """A steward wants a kept file applied; who they are, so that it is done in their name."""

    run_id: int
    account_id: int
    person_id: int
