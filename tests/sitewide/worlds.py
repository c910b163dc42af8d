"""Generated worlds: people of several organisations, communities of every kind, posts of every standing.

A world is made from one seed, so that a failure can be seen again.
"""

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from weefsel.communities.models import Community, CommunityInvitation, Membership
from weefsel.communities.terms import CommunityKind, MemberRole
from weefsel.kernel import clock
from weefsel.kernel.actor import STRANGER, Actor, Power, Role, acting_job
from weefsel.people.models import Follow, Organisation, Person
from weefsel.posts.models import Home, Post, Reaction

FIRST_DAY = datetime(2026, 1, 5, 8, tzinfo=UTC)


@dataclass
class World:
    """What stands in one generated world, and who looks at it."""

    seed: int
    dice: random.Random
    organisations: list[Organisation] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    communities: list[Community] = field(default_factory=list)
    homes: list[Home] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)

    def actors(self) -> list[Actor]:
        """Everybody, each also as a steward now and then, a stranger, and a job."""
        found = [STRANGER, acting_job(Power.NOTIFY)]
        for person in self.people:
            roles = frozenset({Role.STEWARD}) if self.dice.random() < 0.2 else frozenset()
            found.append(actor_of_world(person, roles))
        return found


def actor_of_world(person: Person, roles: frozenset[Role] = frozenset()) -> Actor:
    """The actor that signing in would make of this person; of somebody who has left, a stranger."""
    if person.left_on is not None:
        return STRANGER
    return Actor(
        person_id=person.pk,
        account_id=person.pk,
        organisation_id=person.organisation_id,
        is_employee=person.organisation.kind == "home",
        roles=roles,
    )


def make_world(seed: int) -> World:
    """Make a small world in the database: about 8 people, 6 communities and 30 posts."""
    world = World(seed, random.Random(seed))
    _make_people(world)
    _make_communities(world)
    _make_posts(world)
    return world


def _make_people(world: World) -> None:
    dice = world.dice
    home = Organisation.objects.create(name="Home", kind="home")
    others = [
        Organisation.objects.create(name=f"Other {n}", kind=dice.choice(["customer", "competitor"])) for n in (1, 2)
    ]
    world.organisations = [home, *others]
    for number in range(8):
        person = Person.objects.create(
            organisation=home if number < 5 else dice.choice(others),
            handle=f"p{world.seed}-{number}",
            name=f"Person {number}",
            left_on=date(2026, 1, 1) if dice.random() < 0.12 else None,
            kind="bot" if dice.random() < 0.05 else "ordinary",
        )
        world.people.append(person)
        if person.organisation_id == home.pk:
            world.homes.append(Home.objects.create(person=person))
    for follower in world.people[:5]:
        followed = dice.choice(world.people[:5])
        if followed != follower:
            Follow.objects.create(follower=follower, followed=followed)


def _make_communities(world: World) -> None:
    dice = world.dice
    for number, kind in enumerate([*CommunityKind.values, *dice.choices(CommunityKind.values, k=3)]):
        is_shared = dice.random() < 0.5
        community = Community.objects.create(
            slug=f"c{world.seed}-{number}",
            name=f"Community {number}",
            kind=kind,
            is_shared=is_shared,
            shows_members=dice.random() < 0.5,
            rules_version=dice.choice([0, 0, 1, 2]),
            archived_at=clock.now() if dice.random() < 0.1 else None,
        )
        world.communities.append(community)
        world.homes.append(Home.objects.create(community=community))
        for person in world.people:
            is_outside = person.organisation != world.organisations[0]
            if dice.random() < (0.4 if not is_outside or is_shared else 0.1):
                Membership.objects.create(
                    community=community,
                    person=person,
                    role=dice.choice(MemberRole.values) if not is_outside else dice.choice(["member", "moderator"]),
                    accepted_rules=dice.choice([0, 1, community.rules_version]),
                )
            elif dice.random() < 0.15:
                CommunityInvitation.objects.create(
                    community=community,
                    invited_by=world.people[0],
                    person=person,
                    expires_at=clock.now() + timedelta(days=dice.choice([-1, 5])),
                    declined_at=clock.now() if dice.random() < 0.2 else None,
                )


def _make_posts(world: World) -> None:
    dice = world.dice
    for number in range(20):
        home = dice.choice(world.homes)
        shared = home.community is not None and home.community.is_shared
        start = _make_post(world, home, None, number, inside_only=not shared or dice.random() < 0.5)
        for answer in range(dice.choice([0, 0, 1, 3])):
            reply = _make_post(world, home, start, 100 + number * 5 + answer, inside_only=start.inside_only)
            if reply.deleted_at is None:
                Post.objects.filter(pk=start.pk).update(reply_count=start.reply_count + 1)
                start.refresh_from_db()
    for home in world.homes:
        standing = [p for p in world.posts if p.home_id == home.pk and p.thread_id is None and p.deleted_at is None]
        home.latest_id = max((p.pk for p in standing), default=0)
        home.latest_outside_id = max((p.pk for p in standing if not p.inside_only), default=0)
        home.save()


def _make_post(world: World, home: Home, thread: Post | None, number: int, *, inside_only: bool) -> Post:
    dice = world.dice
    at = FIRST_DAY + timedelta(hours=number)
    post = Post.objects.create(
        id=clock.to_milliseconds(at) * 1000 + world.seed % 1000,
        author=dice.choice(world.people),
        home=home,
        thread=thread,
        kind="reply" if thread else "update",
        body="Text",
        html="<p>Text</p>",
        inside_only=inside_only,
        published_at=at,
        deleted_at=at if dice.random() < 0.15 else None,
    )
    world.posts.append(post)
    if dice.random() < 0.4:
        Reaction.objects.create(post=post, person=dice.choice(world.people), kind="like")
    return post
