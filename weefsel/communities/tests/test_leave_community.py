from datetime import date

import pytest

from weefsel.audit.models import Entry
from weefsel.communities.commands.leave_community import leave_community
from weefsel.communities.models import Membership
from weefsel.communities.testing import make_community, make_member
from weefsel.kernel.refusals import Conflict, NotAllowed
from weefsel.people.testing import actor_for, make_organisation, make_person

pytestmark = pytest.mark.django_db


def test_a_member_leaves() -> None:
    person = make_person()
    community = make_community(owner=make_person())
    make_member(community, person)
    leave_community(actor_for(person), community_id=community.pk)
    assert not Membership.objects.filter(community=community, person=person).exists()
    assert Entry.objects.filter(deed="member_left").exists()
    with pytest.raises(NotAllowed):
        leave_community(actor_for(person), community_id=community.pk)


def test_the_last_owner_names_another_before_leaving() -> None:
    owner, member = make_person(), make_person()
    community = make_community(owner=owner)
    make_member(community, member)
    with pytest.raises(Conflict):
        leave_community(actor_for(owner), community_id=community.pk)
    leave_community(actor_for(owner), community_id=community.pk, successor_id=member.pk)
    assert Membership.objects.get(community=community).role == "owner"


def test_an_owner_who_has_left_the_organisation_is_no_other_owner() -> None:
    owner, gone = make_person(), make_person(left_on=date(2026, 1, 1))
    community = make_community(owner=owner)
    make_member(community, gone, "owner")
    with pytest.raises(Conflict):
        leave_community(actor_for(owner), community_id=community.pk)


@pytest.mark.parametrize("who", ["nobody", "outside", "gone"])
def test_only_a_colleague_who_is_a_member_can_succeed(who: str) -> None:
    owner = make_person()
    community = make_community(owner=owner)
    people = {
        "nobody": make_person(),
        "outside": make_person(organisation=make_organisation()),
        "gone": make_person(left_on=date(2026, 1, 1)),
    }
    for name in ("outside", "gone"):
        make_member(community, people[name])
    with pytest.raises(Conflict):
        leave_community(actor_for(owner), community_id=community.pk, successor_id=people[who].pk)
    assert Membership.objects.filter(community=community, person=owner, role="owner").exists()


def test_one_of_two_owners_just_leaves() -> None:
    first, second = make_person(), make_person()
    community = make_community(owner=first)
    make_member(community, second, "owner")
    leave_community(actor_for(first), community_id=community.pk)
    with pytest.raises(Conflict):
        leave_community(actor_for(second), community_id=community.pk)


def test_the_last_owner_of_an_archived_community_may_go() -> None:
    owner = make_person()
    community = make_community(owner=owner, is_archived=True)
    leave_community(actor_for(owner), community_id=community.pk)
    assert not Membership.objects.filter(community=community).exists()
