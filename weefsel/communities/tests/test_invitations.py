from datetime import date, timedelta

import pytest
import time_machine

from weefsel.communities.commands.accept_invitation_to import accept_invitation_to
from weefsel.communities.commands.decline_invitation_to import decline_invitation_to
from weefsel.communities.commands.invite_address import invite_address
from weefsel.communities.commands.invite_domain import invite_domain
from weefsel.communities.commands.invite_person import invite_person
from weefsel.communities.commands.use_invitation_link import use_invitation_link
from weefsel.communities.commands.withdraw_invitation import withdraw_invitation
from weefsel.communities.models import CommunityInvitation, Membership
from weefsel.communities.rules import is_member, may_see_community
from weefsel.communities.testing import make_community, make_community_invitation, make_join_request, make_member
from weefsel.kernel import clock
from weefsel.kernel.refusals import Conflict, Invalid, NotAllowed, NotFound
from weefsel.people.testing import actor_for, make_organisation, make_person

pytestmark = pytest.mark.django_db


def test_a_moderator_invites_and_the_invited_comes_in_once() -> None:
    moderator, guest = make_person(), make_person()
    community = make_community("hidden", make_person())
    make_member(community, moderator, "moderator")
    pk = invite_person(actor_for(moderator), community_id=community.pk, person_id=guest.pk)
    assert invite_person(actor_for(moderator), community_id=community.pk, person_id=guest.pk) == pk
    assert not may_see_community(actor_for(guest), community)
    for _ in range(2):
        assert accept_invitation_to(actor_for(guest), invitation_id=pk) == community.pk
    assert is_member(actor_for(guest), community)


def test_members_invite_nobody_and_nobody_is_invited_into_an_archived_one() -> None:
    member, guest, owner = make_person(), make_person(), make_person()
    community = make_community(owner=owner)
    make_member(community, member)
    with pytest.raises(NotAllowed):
        invite_person(actor_for(member), community_id=community.pk, person_id=guest.pk)
    closed = make_community(owner=owner, is_archived=True)
    with pytest.raises(NotAllowed):
        invite_person(actor_for(owner), community_id=closed.pk, person_id=guest.pk)


def test_nobody_answers_for_somebody_else() -> None:
    owner, guest = make_person(), make_person()
    invitation = make_community_invitation(make_community("hidden", owner), guest, owner)
    for deed in (accept_invitation_to, decline_invitation_to):
        with pytest.raises(NotFound):
            deed(actor_for(make_person()), invitation_id=invitation.pk)
        with pytest.raises(NotAllowed):
            deed(actor_for(owner), invitation_id=invitation.pk)
    with pytest.raises(NotAllowed):
        withdraw_invitation(actor_for(guest), invitation_id=invitation.pk)


def test_who_declined_is_not_asked_twice() -> None:
    owner, guest = make_person(), make_person()
    community = make_community("invite_only", owner)
    pk = invite_person(actor_for(owner), community_id=community.pk, person_id=guest.pk)
    decline_invitation_to(actor_for(guest), invitation_id=pk)
    with pytest.raises(Conflict):
        accept_invitation_to(actor_for(guest), invitation_id=pk)
    with pytest.raises(Conflict):
        invite_person(actor_for(owner), community_id=community.pk, person_id=guest.pk)
    with time_machine.travel(clock.now() + timedelta(days=31)):
        assert invite_person(actor_for(owner), community_id=community.pk, person_id=guest.pk) != pk


def test_what_was_withdrawn_or_has_expired_lets_nobody_in() -> None:
    owner, guest = make_person(), make_person()
    community = make_community("invite_only", owner)
    pk = invite_person(actor_for(owner), community_id=community.pk, person_id=guest.pk)
    withdraw_invitation(actor_for(owner), invitation_id=pk)
    late = make_community_invitation(make_community("invite_only", owner), guest, owner, expires_in=timedelta(days=-1))
    for invitation in (pk, late.pk):
        with pytest.raises(Conflict):
            accept_invitation_to(actor_for(guest), invitation_id=invitation)
    assert invite_person(actor_for(owner), community_id=late.community_id, person_id=guest.pk) == late.pk
    assert accept_invitation_to(actor_for(guest), invitation_id=late.pk) == late.community_id


def test_members_bots_and_who_left_are_not_invited() -> None:
    owner, member = make_person(), make_person()
    community = make_community(owner=owner)
    make_member(community, member)
    for person in (member, make_person(kind="bot"), make_person(left_on=date(2026, 1, 1))):
        with pytest.raises(Conflict):
            invite_person(actor_for(owner), community_id=community.pk, person_id=person.pk)


def test_people_from_outside_are_invited_where_it_is_shared_with_them() -> None:
    owner, customer = make_person(), make_organisation()
    guest = make_person(organisation=customer)
    with pytest.raises(Conflict):
        invite_person(actor_for(owner), community_id=make_community(owner=owner).pk, person_id=guest.pk)
    shared = make_community(owner=owner, shared_with=(customer,), rules="No prices.")
    pk = invite_person(actor_for(owner), community_id=shared.pk, person_id=guest.pk)
    accept_invitation_to(actor_for(guest), invitation_id=pk)
    assert not is_member(actor_for(guest), shared)
    assert not may_see_community(actor_for(guest), shared)
    Membership.objects.filter(person=guest).update(accepted_rules=1)
    assert may_see_community(actor_for(guest), shared)


def test_an_invitation_answers_an_open_request() -> None:
    owner, guest = make_person(), make_person()
    community = make_community("on_request", owner)
    request = make_join_request(community, guest)
    pk = invite_person(actor_for(owner), community_id=community.pk, person_id=guest.pk)
    accept_invitation_to(actor_for(guest), invitation_id=pk)
    request.refresh_from_db()
    assert request.outcome == "approved"


def test_a_letter_lets_in_its_address_alone_and_once() -> None:
    owner, guest = make_person(), make_person(email="ana@lindewever.example")
    other = make_person(email="anna@lindewever.example")
    community = make_community("hidden", owner)
    pk, token = invite_address(actor_for(owner), community_id=community.pk, email=" Ana@Lindewever.example ")
    assert token not in CommunityInvitation.objects.get(pk=pk).token_hash
    with pytest.raises(NotFound):
        use_invitation_link(actor_for(other), token=token)
    assert use_invitation_link(actor_for(guest), token=token) == community.pk
    assert use_invitation_link(actor_for(guest), token=token) == community.pk
    assert CommunityInvitation.objects.get(pk=pk).accepted_at is not None


def test_a_second_letter_ends_the_first() -> None:
    owner = make_person()
    guest = make_person(email="ana@lindewever.example")
    community = make_community("hidden", owner)
    _, old = invite_address(actor_for(owner), community_id=community.pk, email="ana@lindewever.example")
    _, new = invite_address(actor_for(owner), community_id=community.pk, email="ana@lindewever.example")
    with pytest.raises(NotFound):
        use_invitation_link(actor_for(guest), token=old)
    assert use_invitation_link(actor_for(guest), token=new) == community.pk


def test_a_link_of_a_domain_lets_in_as_many_as_it_says() -> None:
    owner, customer = make_person(), make_organisation(domain="kessler.example")
    community = make_community(owner=owner, shared_with=(customer,))
    pk, token = invite_domain(actor_for(owner), community_id=community.pk, domain="@Kessler.example", uses=1, days=3)
    first, second = (make_person(organisation=customer, email=f"{n}@kessler.example") for n in "ab")
    lookalike = make_person(organisation=customer, email="a@notkessler.example")
    with pytest.raises(NotFound):
        use_invitation_link(actor_for(lookalike), token=token)
    use_invitation_link(actor_for(first), token=token)
    use_invitation_link(actor_for(first), token=token)
    with pytest.raises(Conflict):
        use_invitation_link(actor_for(second), token=token)
    assert CommunityInvitation.objects.get(pk=pk).uses_left == 0
    with time_machine.travel(clock.now() + timedelta(days=4)), pytest.raises(NotFound):
        use_invitation_link(actor_for(second), token=token)


def test_a_link_that_was_withdrawn_lets_nobody_in() -> None:
    owner = make_person()
    community = make_community(owner=owner)
    pk, token = invite_domain(actor_for(owner), community_id=community.pk, domain="lindewever.example")
    withdraw_invitation(actor_for(owner), invitation_id=pk)
    with pytest.raises(NotFound):
        use_invitation_link(actor_for(make_person()), token=token)


@pytest.mark.parametrize("given", [{"domain": "no domain"}, {"uses": 0}, {"uses": 999}, {"days": 0}, {"days": 400}])
def test_limits_of_links_are_said(given: dict[str, str | int]) -> None:
    owner = make_person()
    community = make_community(owner=owner)
    wanted: dict[str, str | int] = {"domain": "lindewever.example", "uses": 5, "days": 5, **given}
    with pytest.raises(Invalid) as refusal:
        invite_domain(
            actor_for(owner),
            community_id=community.pk,
            domain=str(wanted["domain"]),
            uses=int(wanted["uses"]),
            days=int(wanted["days"]),
        )
    assert set(refusal.value.fields) == set(given)


def test_addresses_and_domains_of_nobody_we_share_with_are_refused() -> None:
    owner = make_person()
    make_organisation(domain="kessler.example")
    community = make_community(owner=owner)
    for domain in ("kessler.example", "unknown.example"):
        with pytest.raises(Conflict):
            invite_domain(actor_for(owner), community_id=community.pk, domain=domain)
        with pytest.raises(Conflict):
            invite_address(actor_for(owner), community_id=community.pk, email=f"a@{domain}")
    with pytest.raises(Invalid):
        invite_address(actor_for(owner), community_id=community.pk, email="nobody")
