from datetime import date

import pytest

from weefsel.audit.models import Entry
from weefsel.communities.commands.approve_request import approve_request
from weefsel.communities.commands.pass_on_ownerships import pass_on_ownerships
from weefsel.communities.commands.remove_member import remove_member
from weefsel.communities.commands.set_member_role import set_member_role
from weefsel.communities.commands.share_community import share_community
from weefsel.communities.commands.write_charter import write_charter
from weefsel.communities.models import Community, Membership
from weefsel.communities.queries.find_requests import find_requests
from weefsel.communities.queries.people_to_invite import people_to_invite
from weefsel.communities.rules import is_member, may_see_community
from weefsel.communities.testing import make_community, make_join_request, make_member
from weefsel.kernel.actor import Power, Role, acting_job
from weefsel.kernel.refusals import Conflict, Invalid, NotAllowed, NotFound
from weefsel.people.testing import actor_for, home_organisation, make_organisation, make_person

pytestmark = pytest.mark.django_db


def test_an_owner_gives_and_takes_roles_but_never_the_last_ownership() -> None:
    owner, member = make_person(), make_person()
    community = make_community(owner=owner)
    make_member(community, member)
    with pytest.raises(Conflict):
        set_member_role(actor_for(owner), community_id=community.pk, person_id=owner.pk, role="member")
    set_member_role(actor_for(owner), community_id=community.pk, person_id=member.pk, role="owner")
    set_member_role(actor_for(member), community_id=community.pk, person_id=owner.pk, role="moderator")
    assert Membership.objects.get(person=owner).role == "moderator"
    with pytest.raises(NotAllowed):
        set_member_role(actor_for(owner), community_id=community.pk, person_id=member.pk, role="member")
    assert Entry.objects.filter(deed="role_changed").count() == 2


def test_people_from_outside_may_moderate_but_own_nothing() -> None:
    owner, customer = make_person(), make_organisation()
    guest = make_person(organisation=customer)
    community = make_community(owner=owner, shared_with=(customer,))
    make_member(community, guest)
    with pytest.raises(Conflict):
        set_member_role(actor_for(owner), community_id=community.pk, person_id=guest.pk, role="owner")
    set_member_role(actor_for(owner), community_id=community.pk, person_id=guest.pk, role="moderator")
    with pytest.raises(Invalid):
        set_member_role(actor_for(owner), community_id=community.pk, person_id=owner.pk, role="emperor")


def test_a_moderator_from_outside_meets_nobody_who_asks_to_come_in() -> None:
    owner, customer = make_person(), make_organisation()
    guest, asking = make_person(organisation=customer), make_person()
    community = make_community("on_request", owner, shared_with=(customer,))
    make_member(community, guest, "moderator")
    request = make_join_request(community, asking)
    with pytest.raises(NotFound):
        approve_request(actor_for(guest), join_request_id=request.pk)
    with pytest.raises(NotFound):
        find_requests(actor_for(guest), community.pk)
    with pytest.raises(NotFound):
        people_to_invite(actor_for(guest), community.pk, "a")


def test_a_steward_names_an_owner_where_none_is_left_and_reads_nothing() -> None:
    steward = actor_for(make_person(), {Role.STEWARD})
    member = make_person()
    community = make_community("hidden", make_person(left_on=date(2026, 1, 1)))
    make_member(community, member)
    assert not may_see_community(steward, community)
    set_member_role(steward, community_id=community.pk, person_id=member.pk, role="owner")
    assert Membership.objects.get(person=member).role == "owner"
    with pytest.raises(NotFound):
        set_member_role(steward, community_id=community.pk, person_id=member.pk, role="member")


def test_moderators_take_out_members_and_owners_everybody_but_themselves() -> None:
    owner, moderator, member = make_person(), make_person(), make_person()
    community = make_community(owner=owner)
    make_member(community, moderator, "moderator")
    make_member(community, member)
    for person in (owner, moderator):
        with pytest.raises(NotAllowed):
            remove_member(actor_for(moderator), community_id=community.pk, person_id=person.pk)
    remove_member(actor_for(moderator), community_id=community.pk, person_id=member.pk)
    with pytest.raises(NotFound):
        remove_member(actor_for(moderator), community_id=community.pk, person_id=member.pk)
    remove_member(actor_for(owner), community_id=community.pk, person_id=moderator.pk)
    with pytest.raises(NotAllowed):
        remove_member(actor_for(owner), community_id=community.pk, person_id=owner.pk)


def test_versions_of_the_charter_are_added_and_two_writers_meet() -> None:
    owner = make_person()
    community = make_community(owner=owner)
    assert write_charter(actor_for(owner), community_id=community.pk, text="Half an idea is welcome.", based_on=0) == 1
    assert write_charter(actor_for(owner), community_id=community.pk, text="Half an idea is welcome.") == 1
    with pytest.raises(Conflict):
        write_charter(actor_for(owner), community_id=community.pk, text="Mine.", based_on=0)
    assert write_charter(actor_for(owner), community_id=community.pk, text="Answer first.", based_on=1) == 2
    assert community.charters.count() == 2
    with pytest.raises(NotAllowed):
        write_charter(actor_for(make_person()), community_id=community.pk, text="Mine.")


def test_other_rules_must_be_accepted_again_and_who_wrote_them_has() -> None:
    owner, member = make_person(), make_person()
    community = make_community(owner=owner, rules="No prices.")
    make_member(community, member)
    write_charter(actor_for(owner), community_id=community.pk, text="A charter.", rules_of_engagement="No prices.")
    community.refresh_from_db()
    assert is_member(actor_for(member), community)
    write_charter(actor_for(owner), community_id=community.pk, text="A charter.", rules_of_engagement="No recipes.")
    community.refresh_from_db()
    assert community.rules_version == 3
    assert is_member(actor_for(owner), community)
    assert not is_member(actor_for(member), community)


def test_rules_may_be_dropped_only_while_nobody_outside_reads() -> None:
    owner = make_person()
    inside = make_community(owner=owner, rules="No prices.")
    write_charter(actor_for(owner), community_id=inside.pk, text="A charter.")
    assert Community.objects.get(pk=inside.pk).rules_version == 0
    shared = make_community(owner=owner, rules="No prices.", shared_with=(make_organisation(),))
    with pytest.raises(Invalid):
        write_charter(actor_for(owner), community_id=shared.pk, text="A charter.")


def test_sharing_needs_rules_and_somebody_outside() -> None:
    owner, customer, supplier = make_person(), make_organisation(), make_organisation("supplier")
    community = make_community(owner=owner)
    with pytest.raises(Invalid):
        share_community(actor_for(owner), community_id=community.pk, organisation_ids=[customer.pk])
    with pytest.raises(Invalid):
        share_community(
            actor_for(owner),
            community_id=community.pk,
            organisation_ids=[home_organisation().pk],
            rules_of_engagement="No prices.",
        )
    share_community(
        actor_for(owner), community_id=community.pk, organisation_ids=[customer.pk], rules_of_engagement="No prices."
    )
    share_community(
        actor_for(owner), community_id=community.pk, organisation_ids=[customer.pk, supplier.pk], shows_members=False
    )
    community.refresh_from_db()
    assert (community.is_shared, community.shows_members, community.rules_version) == (True, False, 1)
    assert community.shared_with.count() == 2
    with pytest.raises(NotAllowed):
        share_community(actor_for(make_person()), community_id=community.pk, organisation_ids=[customer.pk])


def test_who_leaves_hands_on_what_has_no_other_owner() -> None:
    gone = make_person(left_on=date(2026, 1, 1))
    alone = make_community("hidden", gone)
    beside = make_community(owner=gone)
    make_member(beside, make_person(), "owner")
    make_community(owner=gone, is_archived=True)
    assert pass_on_ownerships(acting_job(Power.SYNC_PEOPLE), person_id=gone.pk) == 1
    assert Entry.objects.get(deed="last_owner_left").thing_id == str(alone.pk)
    assert pass_on_ownerships(acting_job(Power.SYNC_PEOPLE), person_id=make_person().pk) == 0
    with pytest.raises(NotFound):
        pass_on_ownerships(actor_for(make_person()), person_id=gone.pk)
    with pytest.raises(NotAllowed):
        pass_on_ownerships(acting_job(Power.NOTIFY), person_id=gone.pk)
