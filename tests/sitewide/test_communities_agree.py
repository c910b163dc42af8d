"""What pages say of communities, members and notices agrees with the rules, in generated worlds."""

import os
from collections.abc import Iterable

import pytest
from django.db import transaction
from django.db.models import Q

from tests.sitewide.worlds import World, make_world
from weefsel.communities import rules
from weefsel.communities.models import Community, CommunityInvitation, JoinRequest, Membership
from weefsel.communities.queries import find_communities as find_communities_module
from weefsel.communities.queries.audience_of import audience_of
from weefsel.communities.queries.community_page import community_page
from weefsel.communities.queries.find_communities import SHOWS, Wanted, find_communities
from weefsel.communities.queries.find_members import find_members
from weefsel.communities.terms import READABLE_KINDS, RequestOutcome
from weefsel.kernel.actor import Actor
from weefsel.kernel.outcome import outcome_of
from weefsel.kernel.refusals import NotFound, Refusal
from weefsel.notices import rules as notice_rules
from weefsel.notices.models import Notice
from weefsel.notices.rules import may_see_notice, visible_notices
from weefsel.notices.terms import Kind
from weefsel.people.models import Person

WORLDS = 2000 if os.environ.get("LONG_TESTS") else 50
BLOCKS = 5

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("block", range(BLOCKS))
def test_pages_say_what_the_rules_allow(block: int) -> None:
    first = 700_000 + block * 100_000
    check_worlds(range(first, first + WORLDS // BLOCKS))


def check_worlds(seeds: Iterable[int]) -> None:
    for seed in seeds:
        with transaction.atomic():
            check_world(seed)
            transaction.set_rollback(True)


def check_world(seed: int) -> None:
    world = make_world(seed)
    make_notices(world)
    # Somebody of every class: inside, outside, who has left, steward or not, and the stranger.
    for actor in world.dice.sample(world.actors(), 4):
        where = f"world {seed}, person {actor.person_id}"
        check_directory(world, actor, where)
        for community in world.dice.sample(world.communities, 3):
            check_page(actor, community, where)
        check_notices(actor, where)


def check_directory(world: World, actor: Actor, where: str) -> None:
    found = [card for show in ("all", "archived") for card in find_communities(actor, Wanted(show=show)).rows]
    assert {card.id for card in found} == {c.pk for c in world.communities if rules.may_know_community(actor, c)}, where
    for card in found:
        community = Community.objects.get(pk=card.id)
        assert card.reads == rules.may_see_community(actor, community), where
        if card.member_count is not None:
            assert rules.may_see_members(actor, community), where
            assert card.member_count == present_members(community), where
        if card.may_join and actor.is_employee:
            assert rules.may_join(actor, community), where
        if card.may_ask and actor.is_employee:
            assert rules.may_ask_to_join(actor, community), where
    shown = {card.id for show in SHOWS for card in find_communities(actor, Wanted(show=show)).rows}
    assert shown == {card.id for card in found}, where


def present_members(community: Community) -> int:
    return Membership.objects.filter(community=community, person__left_on=None).exclude(person__kind="bot").count()


def check_page(actor: Actor, community: Community, where: str) -> None:
    page = outcome_of(lambda: community_page(actor, community.slug))
    if isinstance(page, Refusal):
        assert isinstance(page, NotFound), where
        assert not rules.may_know_community(actor, community), where
        return
    mine = page.standing
    assert rules.may_know_community(actor, community), where
    assert mine.reads == rules.may_see_community(actor, community), where
    assert mine.sees_members == rules.may_see_members(actor, community), where
    assert mine.may_manage == rules.may_manage_community(actor, community), where
    assert mine.may_decide == rules.may_decide_requests(actor, community), where
    assert mine.may_invite == rules.may_invite(actor, community), where
    assert not (page.charter and not mine.reads), where
    assert not (page.groups and not (mine.sees_members or mine.may_manage)), where
    if page.groups:
        assert page.member_count == present_members(community), where
    assert isinstance(outcome_of(lambda: audience_of(actor, community.pk)), NotFound) != mine.reads, where
    members = outcome_of(lambda: find_members(actor, community.pk))
    assert isinstance(members, Refusal) != (mine.sees_members or mine.may_manage), where
    if not actor.is_employee and not isinstance(members, Refusal):
        seen = [rules.may_see_person(actor, person) for person in people_of(community)]
        assert all(seen), where


def people_of(community: Community) -> list[Person]:
    return [membership.person for membership in community.memberships.select_related("person__organisation")]


def make_notices(world: World) -> None:
    """Notices of every kind to anybody, whether they may see the thing or not."""
    dice, number = world.dice, 0
    for post in dice.sample(world.posts, min(8, len(world.posts))):
        for person in dice.sample(world.people, 2):
            number += 1
            kind = dice.choice([Kind.MENTIONED, Kind.ANSWERED])
            Notice.objects.create(person=person, by_id=post.author_id, kind=kind, post=post, key=f"{number}")
    invitations = list(CommunityInvitation.objects.all())
    for community in world.communities:
        for person in dice.sample(world.people, 3):
            number += 1
            kind = dice.choice([Kind.INVITED, Kind.ASKED, Kind.DECIDED, Kind.OWNER, Kind.TAKE_OVER])
            request = JoinRequest.objects.create(
                community=community, person=dice.choice(world.people), outcome=RequestOutcome.DECLINED
            )
            fitting = [i for i in invitations if i.community_id == community.pk]
            Notice.objects.create(
                person=person,
                by=dice.choice(world.people),
                kind=kind,
                community=community,
                join_request=request if kind in {Kind.ASKED, Kind.DECIDED} else None,
                invitation=dice.choice(fitting) if kind == Kind.INVITED and fitting else None,
                key=f"{number}",
            )


def check_notices(actor: Actor, where: str) -> None:
    notices = Notice.objects.select_related(
        "post__home__community", "post__home__person__organisation", "community", "join_request", "invitation"
    )
    listed = set(notices.filter(visible_notices(actor)))
    assert listed == {notice for notice in notices if may_see_notice(actor, notice)}, where
    for notice in listed:
        assert notice.person_id == actor.person_id, where
        if notice.community is not None and not actor.is_employee:
            assert notice.community.kind not in READABLE_KINDS or belongs_or_is_invited(actor, notice.community), where


def belongs_or_is_invited(actor: Actor, community: Community) -> bool:
    return rules.belongs(actor, community) or community.invitations.filter(person_id=actor.person_id or 0).exists()


def test_leaks_that_are_planted_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """A directory of everything, an inbox that asks nobody, a count for everybody: each is seen within a few worlds."""
    leaks = [
        (find_communities_module, "known_communities", lambda _actor: Q(pk__isnull=False)),
        (find_communities_module, "may_count", lambda *_given, **_named: True),
        (notice_rules, "known_communities", lambda _actor: Q(pk__isnull=False)),
        (notice_rules, "visible_posts", lambda _actor: Q(pk__isnull=False)),
    ]
    for module, name, leak in leaks:
        with monkeypatch.context() as planted:
            planted.setattr(module, name, leak)
            with pytest.raises(AssertionError):
                check_worlds(range(700_000, 700_030))
