import pytest

from weefsel.audit.models import Entry
from weefsel.communities.commands.accept_rules import accept_rules
from weefsel.communities.commands.join_community import join_community
from weefsel.communities.models import Membership
from weefsel.communities.rules import is_member
from weefsel.communities.testing import make_community, make_member
from weefsel.kernel.refusals import Conflict, NotAllowed, NotFound
from weefsel.people.testing import actor_for, make_organisation, make_person

pytestmark = pytest.mark.django_db


def test_joining_twice_is_joining_once() -> None:
    actor = actor_for(make_person())
    community = make_community()
    for _ in range(2):
        join_community(actor, community_id=community.pk)
    assert Membership.objects.filter(community=community).count() == 1
    assert Entry.objects.filter(deed="member_joined").count() == 1


@pytest.mark.parametrize("kind", ["on_request", "invite_only"])
def test_other_kinds_are_joined_otherwise(kind: str) -> None:
    with pytest.raises(NotAllowed):
        join_community(actor_for(make_person()), community_id=make_community(kind).pk)


def test_a_hidden_one_does_not_exist_for_others() -> None:
    with pytest.raises(NotFound):
        join_community(actor_for(make_person()), community_id=make_community("hidden").pk)


def test_nobody_joins_an_archived_one() -> None:
    with pytest.raises(Conflict):
        join_community(actor_for(make_person()), community_id=make_community(is_archived=True).pk)


def test_somebody_from_outside_joins_nothing_alone() -> None:
    outsider = make_person(organisation=make_organisation())
    with pytest.raises(NotFound):
        join_community(actor_for(outsider), community_id=make_community().pk)


def test_the_membership_counts_once_the_rules_are_accepted() -> None:
    actor = actor_for(make_person())
    community = make_community(rules="No prices.")
    join_community(actor, community_id=community.pk)
    assert not is_member(actor, community)
    with pytest.raises(Conflict):
        accept_rules(actor, community_id=community.pk, version=7)
    accept_rules(actor, community_id=community.pk, version=1)
    assert is_member(actor, community)


def test_one_may_accept_the_rules_while_joining() -> None:
    actor = actor_for(make_person())
    community = make_community(rules="No prices.")
    join_community(actor, community_id=community.pk, accepted_rules=1)
    assert is_member(actor, community)


def test_rules_that_one_has_not_seen_are_not_accepted() -> None:
    actor = actor_for(make_person())
    community = make_community(rules="No prices.")
    join_community(actor, community_id=community.pk, accepted_rules=99)
    assert not is_member(actor, community)


def test_who_is_no_member_accepts_nothing() -> None:
    community = make_community(rules="No prices.")
    with pytest.raises(NotAllowed):
        accept_rules(actor_for(make_person()), community_id=community.pk, version=1)
    assert make_member(community, make_person(), accepted=False).accepted_rules == 0
