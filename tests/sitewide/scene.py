"""One small organisation with somebody in every role, for the table of who may do what."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from weefsel.communities.models import Community, CommunityInvitation, JoinRequest
from weefsel.communities.testing import (
    make_community,
    make_community_invitation,
    make_join_request,
    make_member,
)
from weefsel.identity.models import Account
from weefsel.kernel.actor import STRANGER, Actor, Power, Role, acting_job
from weefsel.people.models import Network, Organisation, Person
from weefsel.people.testing import actor_for, home_organisation, make_organisation, make_person
from weefsel.posts.models import Home, Post
from weefsel.posts.testing import home_of, make_post, make_reply


@dataclass
class Scene:
    """A community on request that is shared with a customer, what stands in it, and everybody around it.

    ``mine`` is a post by whoever acts, where they have one (the author of ``post`` otherwise).
    """

    home: Organisation
    customer: Organisation
    people: dict[str, Person]
    community: Community
    open_community: Community
    place: Home
    storyline: Home
    post: Post
    reply: Post
    request: JoinRequest
    invitation: CommunityInvitation
    invited: Person
    asked: Person
    actors: dict[str, Actor]
    mine: dict[str, Post]

    def own_post(self, role: str) -> int:
        return self.mine.get(role, self.post).pk

    def account(self, name: str) -> int:
        account_id = self.people[name].account_id
        assert account_id is not None
        return account_id


Deed = Callable[[Scene, str, Actor], Any]


def make_scene() -> Scene:
    """Everybody and everything, about eighty statements."""
    Network.objects.create(name="Lindewever")
    home, customer = home_organisation(), make_organisation(domain="kunde.example")
    people = _people(customer)
    community = make_community("on_request", people["owner"], shared_with=(customer,))
    open_community = make_community("open", people["owner"])
    _members(community, people)
    post = make_post(people["member"], community, "Words of a member", inside_only=False)
    reply = make_reply(people["member"], post)
    mine = {
        name: make_post(people[name], community, f"Words of {name}", inside_only=False)
        for name in ("external member", "member", "moderator", "owner")
    }
    asked, invited = make_person("Asks"), make_person("Invited")
    return Scene(
        home=home,
        customer=customer,
        people=people,
        community=community,
        open_community=open_community,
        place=home_of(community),
        storyline=home_of(people["owner"]),
        post=post,
        reply=reply,
        request=make_join_request(community, asked),
        invitation=make_community_invitation(community, invited, people["owner"]),
        invited=invited,
        asked=asked,
        actors=_actors(people),
        mine=mine,
    )


def _people(customer: Organisation) -> dict[str, Person]:
    def outsider(name: str) -> Person:
        return make_person(
            name, organisation=customer, email=f"{name.replace(' ', '-')}@kunde.example", has_account=True
        )

    inside = ("employee", "member", "moderator", "owner", "network moderator", "steward", "works council")
    people = {name: make_person(name.title(), has_account=True) for name in inside}
    people |= {name: outsider(name) for name in ("external", "external member")}
    people["former member"] = make_person("Former Member", has_account=True, left_on=date(2026, 1, 31))
    return people


def _members(community: Community, people: dict[str, Person]) -> None:
    make_member(community, people["member"])
    make_member(community, people["external member"])
    make_member(community, people["moderator"], "moderator")
    make_member(community, people["former member"])


def _actors(people: dict[str, Person]) -> dict[str, Actor]:
    roles = {
        "network moderator": Role.MODERATOR,
        "steward": Role.STEWARD,
        "works council": Role.WORKS_COUNCIL,
    }
    found = {name: actor_for(person, [roles[name]] if name in roles else []) for name, person in people.items()}
    # Somebody who has left cannot sign in: their deeds are those of a stranger with a name.
    found["former member"] = STRANGER
    found["stranger"] = STRANGER
    found["job"] = acting_job(*Power)
    return found


def another_account() -> Account:
    return Account.objects.create_user("somebody-else@lindewever.example")
