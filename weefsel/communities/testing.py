"""Makers of communities and of what belongs to them, straight into the tables."""

from datetime import timedelta
from itertools import count

from django.db import transaction

from weefsel.communities.events import CommunityOpened
from weefsel.communities.models import (
    Charter,
    Community,
    CommunityInvitation,
    JoinRequest,
    Membership,
    SharedWith,
)
from weefsel.communities.terms import CommunityKind, MemberRole
from weefsel.kernel import clock
from weefsel.kernel.events import announce
from weefsel.kernel.topics import without_accents
from weefsel.people.models import Organisation, Person

_numbers = count(1)


def make_community(
    kind: str = CommunityKind.OPEN,
    owner: Person | None = None,
    *,
    name: str = "",
    slug: str = "",
    purpose: str = "Where it is tried out.",
    shared_with: tuple[Organisation, ...] = (),
    shows_members: bool = True,
    rules: str = "",
    charter: str = "",
    is_archived: bool = False,
) -> Community:
    """A community of this kind, with its owner when there is one; whoever hears of it (its home of posts) has heard.

    With ``rules`` it has rules of engagement, version 1, which its owner has accepted.
    """
    number = next(_numbers)
    name = name or f"Community {number}"
    community = Community.objects.create(
        slug=slug or f"community-{number}",
        name=name,
        search_name=without_accents(name),
        kind=kind,
        purpose=purpose,
        is_shared=bool(shared_with),
        shows_members=shows_members,
        rules_version=1 if rules else 0,
        archived_at=clock.now() if is_archived else None,
        opened_by=owner,
    )
    if rules or charter:
        Charter.objects.create(community=community, number=1, text=charter, rules_of_engagement=rules)
    SharedWith.objects.bulk_create([SharedWith(community=community, organisation=o) for o in shared_with])
    with transaction.atomic():
        announce(CommunityOpened(community_id=community.pk))
    if owner is not None:
        make_member(community, owner, MemberRole.OWNER)
    return community


def make_member(
    community: Community, person: Person, role: str = MemberRole.MEMBER, *, accepted: bool = True
) -> Membership:
    """A membership; with ``accepted`` it counts, whatever the rules of engagement."""
    return Membership.objects.create(
        community=community,
        person=person,
        role=role,
        accepted_rules=community.rules_version if accepted else 0,
        accepted_at=clock.now() if accepted and community.rules_version else None,
    )


def make_join_request(community: Community, person: Person, text: str = "") -> JoinRequest:
    """An open request."""
    return JoinRequest.objects.create(community=community, person=person, text=text)


def make_community_invitation(
    community: Community, person: Person, by: Person, *, expires_in: timedelta = timedelta(days=30)
) -> CommunityInvitation:
    """An invitation for a person; open unless it has expired."""
    return CommunityInvitation.objects.create(
        community=community, person=person, invited_by=by, expires_at=clock.now() + expires_in
    )
