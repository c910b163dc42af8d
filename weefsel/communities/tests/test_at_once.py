"""Two people do it at the same moment: one of them is told, or both did the same thing once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from weefsel.audit.models import Entry
from weefsel.communities.commands.approve_request import approve_request
from weefsel.communities.commands.decline_request import decline_request
from weefsel.communities.commands.invite_domain import invite_domain
from weefsel.communities.commands.invite_person import invite_person
from weefsel.communities.commands.join_community import join_community
from weefsel.communities.commands.leave_community import leave_community
from weefsel.communities.commands.open_community import open_community
from weefsel.communities.commands.set_member_role import set_member_role
from weefsel.communities.commands.use_invitation_link import use_invitation_link
from weefsel.communities.models import Community, CommunityInvitation, JoinRequest, Membership
from weefsel.communities.testing import make_community, make_join_request, make_member
from weefsel.kernel.refusals import Refusal
from weefsel.people.testing import actor_for, make_person

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*deeds: Callable[[], object]) -> list[Refusal]:
    """Do all at the same moment, each on its own connection; return the refusals. Any other error comes out."""
    start = Barrier(len(deeds))

    def do(deed: Callable[[], object]) -> Refusal | None:
        start.wait(10)
        try:
            deed()
        except Refusal as refusal:
            return refusal
        finally:
            connections.close_all()
        return None

    with ThreadPoolExecutor(len(deeds)) as pool:
        return [refusal for refusal in pool.map(do, deeds) if refusal is not None]


def test_of_two_last_owners_who_leave_one_stays() -> None:
    first, second = make_person(), make_person()
    community = make_community(owner=first)
    make_member(community, second, "owner")
    refusals = at_once(*(lambda p=p: leave_community(actor_for(p), community_id=community.pk) for p in (first, second)))
    assert [refusal.status for refusal in refusals] == [409]
    assert Membership.objects.filter(community=community, role="owner").count() == 1


def test_two_owners_who_demote_each_other_leave_one() -> None:
    first, second = make_person(), make_person()
    community = make_community(owner=first)
    make_member(community, second, "owner")
    at_once(
        lambda: set_member_role(actor_for(first), community_id=community.pk, person_id=second.pk, role="member"),
        lambda: set_member_role(actor_for(second), community_id=community.pk, person_id=first.pk, role="member"),
    )
    assert Membership.objects.filter(community=community, role="owner").count() == 1


def test_two_approvals_let_in_once() -> None:
    owner, moderator, asking = make_person(), make_person(), make_person()
    community = make_community("on_request", owner)
    make_member(community, moderator, "moderator")
    request = make_join_request(community, asking)
    refusals = at_once(
        *(lambda p=p: approve_request(actor_for(p), join_request_id=request.pk) for p in (owner, moderator))
    )
    assert refusals == []
    assert Entry.objects.filter(deed="member_joined").count() == 1


def test_a_yes_and_a_no_end_as_one_of_them() -> None:
    owner, asking = make_person(), make_person()
    community = make_community("on_request", owner)
    request = make_join_request(community, asking)
    refusals = at_once(
        lambda: approve_request(actor_for(owner), join_request_id=request.pk),
        lambda: decline_request(actor_for(owner), join_request_id=request.pk),
    )
    assert [refusal.status for refusal in refusals] == [409]
    is_in = Membership.objects.filter(community=community, person=asking).exists()
    assert JoinRequest.objects.get().outcome == ("approved" if is_in else "declined")


def test_joining_in_two_windows_is_joining_once() -> None:
    person, community = make_person(), make_community()
    assert at_once(*[lambda: join_community(actor_for(person), community_id=community.pk)] * 3) == []
    assert Membership.objects.filter(community=community, person=person).count() == 1


def test_inviting_the_same_person_twice_is_inviting_once() -> None:
    owner, guest = make_person(), make_person()
    community = make_community(owner=owner)
    deed = lambda: invite_person(actor_for(owner), community_id=community.pk, person_id=guest.pk)  # noqa: E731
    assert at_once(deed, deed) == []
    assert CommunityInvitation.objects.count() == 1


def test_the_last_place_of_a_link_is_taken_once() -> None:
    owner = make_person()
    community = make_community(owner=owner)
    _, token = invite_domain(actor_for(owner), community_id=community.pk, domain="lindewever.example", uses=1)
    guests = [make_person(), make_person()]
    refusals = at_once(*(lambda p=p: use_invitation_link(actor_for(p), token=token) for p in guests))
    assert [refusal.status for refusal in refusals] == [409]
    assert Membership.objects.filter(community=community, person__in=guests).count() == 1


def test_two_communities_of_one_name_get_two_addresses() -> None:
    actor = actor_for(make_person())
    assert at_once(*[lambda: open_community(actor, name="Weaving", kind="open")] * 2) == []
    assert Community.objects.values("slug").distinct().count() == 2
