"""A small network for the tests of posts: who works where, and which communities there are."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from django.test import Client

from weefsel.communities.models import Community, Membership
from weefsel.identity.testing import make_account
from weefsel.kernel.actor import Actor
from weefsel.people.models import Organisation, Person
from weefsel.posts.models import Home
from weefsel.posts.testing import actor_of_person, home_of

_numbers = count(1)


@dataclass(frozen=True)
class World:
    """Ann and Bob are employees, Cleo is a customer. Ann owns what she opens."""

    home: Organisation = field(default_factory=lambda: _organisation("home"))
    customer: Organisation = field(default_factory=lambda: _organisation("customer"))

    def person(self, handle: str, organisation: Organisation | None = None) -> Person:
        known = Person.objects.select_related("organisation").filter(handle=handle).first()
        return known or Person.objects.create(
            organisation=organisation or self.home, handle=handle, name=handle.title()
        )

    @property
    def ann(self) -> Person:
        return self.person("ann")

    @property
    def bob(self) -> Person:
        return self.person("bob")

    @property
    def cleo(self) -> Person:
        return self.person("cleo", self.customer)

    def community(self, *members: Person, kind: str = "open", owner: Person | None = None, **values: Any) -> Community:
        number = next(_numbers)
        community = Community.objects.create(
            **{"slug": f"place-{number}", "name": f"Place {number}", "kind": kind, **values}
        )
        home_of(community)
        if owner is not None:
            Membership.objects.create(community=community, person=owner, role="owner")
        for member in members:
            Membership.objects.create(community=community, person=member)
        return community

    def shared(self, *members: Person, **values: Any) -> Community:
        return self.community(*members, **{"kind": "invite_only", "is_shared": True, **values})


def _organisation(kind: str) -> Organisation:
    return Organisation.objects.get_or_create(kind=kind, defaults={"name": kind.title()})[0]


def acts(person: Person) -> Actor:
    return actor_of_person(person)


def home(place: Community | Person) -> Home:
    return home_of(place)


def browser_of(person: Person) -> Client:
    """The browser of somebody who has signed in."""
    if person.account is None:
        person.account = make_account(f"{person.handle}@example.org")
        person.save(update_fields=["account"])
    browser = Client()
    browser.force_login(person.account)
    return browser
