"""What communities announce."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CommunityOpened:
    community_id: int


@dataclass(frozen=True, slots=True)
class CommunityChanged:
    """Its name, kind or picture changed: what shows it must be shown anew."""

    community_id: int


@dataclass(frozen=True, slots=True)
class CommunityShared:
    """Outsiders may read here from now on; what stands there stays inside only."""

    community_id: int


@dataclass(frozen=True, slots=True)
class MemberJoined:
    community_id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class MemberLeft:
    community_id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class JoinAsked:
    join_request_id: int


@dataclass(frozen=True, slots=True)
class JoinDecided:
    join_request_id: int


@dataclass(frozen=True, slots=True)
class MemberInvited:
    invitation_id: int


@dataclass(frozen=True, slots=True)
class InvitationClosed:
    """It was accepted, declined or withdrawn: nobody needs to answer it any more."""

    invitation_id: int


@dataclass(frozen=True, slots=True)
class RoleChanged:
    """A member is owner, moderator or member from now on; ``by_id`` is who said so."""

    community_id: int
    person_id: int
    by_id: int | None


@dataclass(frozen=True, slots=True)
class OwnerLost:
    """Its last owner left the organisation: a steward is asked to find another."""

    community_id: int
    person_id: int
