"""Each list asks the database as often for thirty rows as for three, and no more than is written here.

The number is the cost of the whole page for somebody signed in, the frame with it, cards not kept. It is reviewed: a
higher one needs a reason. Repeated queries inside a page fail by themselves (zeal, in tests/settings.py).
"""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from weefsel.communities.commands.open_community import open_community
from weefsel.communities.models import Community
from weefsel.communities.testing import make_community, make_join_request, make_member
from weefsel.identity.models import Invitation, Letter, Session
from weefsel.identity.testing import make_role, sign_in
from weefsel.kernel.actor import Role
from weefsel.kernel.testing import Count, run_jobs, statements
from weefsel.people.models import Network, Person, SyncRun
from weefsel.people.testing import actor_for, make_person, make_unit
from weefsel.posts.commands.edit_post import edit_post
from weefsel.posts.commands.keep_draft import keep_draft
from weefsel.posts.commands.react import react
from weefsel.posts.commands.save_post import save_post
from weefsel.posts.queries.fragments import drawings
from weefsel.posts.testing import make_post, make_reply
from weefsel.transfer.models import ImportRun

pytestmark = pytest.mark.django_db


class World:
    """A reader who is steward and owns a community, and what rows are made of."""

    def __init__(self) -> None:
        Network.objects.create(name="Lindewever")
        self.unit = make_unit("Weaving")
        self.reader = make_person("Reader", has_account=True, unit=self.unit)
        Person.objects.update(welcomed_at=timezone.now())
        assert self.reader.account is not None
        make_role(self.reader.account, Role.STEWARD)
        self.community: Community = make_community("on_request", self.reader, slug="place")
        self.start = make_post(self.reader, self.community, "The start #weft")
        self.actor = actor_for(self.reader)

    def colleague(self) -> Person:
        return make_person(unit=self.unit, manager=self.reader, topics=("weft",))


def _post(world: World) -> None:
    author = world.colleague()
    make_member(world.community, author)
    post = make_post(author, world.community, "About #weft, @reader")
    make_reply(world.reader, post)
    react(world.actor, post_id=post.pk, kind="thanks")
    save_post(world.actor, post_id=post.pk)


def _reply(world: World) -> None:
    author = world.colleague()
    make_member(world.community, author)
    post = make_reply(author, world.start, "On #weft, @reader")
    react(world.actor, post_id=post.pk, kind="like")


def _own_post(world: World) -> None:
    make_post(world.reader, world.reader)


def _edit(world: World) -> None:
    world.start.refresh_from_db()
    number = world.start.edit_number
    edit_post(world.actor, post_id=world.start.pk, body=f"Said anew {number}", edit_number=number)


def _reaction(world: World) -> None:
    person = world.colleague()
    make_member(world.community, person)
    react(actor_for(person), post_id=world.start.pk, kind="celebrate")


def _draft(world: World) -> None:
    post = make_post(world.colleague())
    keep_draft(world.actor, place=f"thread:{post.pk}", body="Half a thought")


def _member(world: World) -> None:
    make_member(world.community, world.colleague())


def _community(world: World) -> None:
    make_member(make_community(owner=world.colleague()), world.reader)


def _request(world: World) -> None:
    make_join_request(world.community, world.colleague())


def _unit(world: World) -> None:
    make_unit(parent=world.unit)
    make_unit()


def _letter(world: World) -> None:
    Letter.objects.create(recipient="a@home.example", subject="Hello", purpose="code")


def _invitation(world: World) -> None:
    number = Invitation.objects.count()
    Invitation.objects.create(
        email=f"new{number}@home.example",
        token_hash=f"{number:064}",
        expires_at=timezone.now() + timedelta(days=1),
        invited_by=world.reader.account,
    )


def _account(world: World) -> None:
    account = make_person(has_account=True).account
    assert account is not None
    make_role(account, Role.WORKS_COUNCIL)


def _session(world: World) -> None:
    Session.objects.create(
        session_key=f"key{Session.objects.count():029}",
        session_data="",
        expire_date=timezone.now() + timedelta(days=1),
        account=world.reader.account,
        auth_version=world.reader.account.auth_version if world.reader.account else 1,
    )


def _run(world: World) -> None:
    ImportRun.objects.create(kind="slack", file_name="a.zip", digest="0" * 64, started_by=world.reader.account)
    SyncRun.objects.create(file_name="a.csv", file=b"", started_by=world.reader.account)


def _placeholder(world: World) -> None:
    make_person(kind="placeholder", email="")


def _community_of_others(world: World) -> None:
    make_community(owner=world.colleague())


def _audited(world: World) -> None:
    open_community(world.actor, name="Another place", kind="open")


Row = Callable[[World], None]

# Address, what makes a row of it, and the most statements that the page may take.
BUDGETS: dict[str, tuple[str, Row, int]] = {
    "home": ("/", _post, 7),
    "community": ("/communities/place/", _post, 21),
    "thread": ("/posts/{start}/", _reply, 9),
    "history": ("/posts/{start}/history/", _edit, 7),
    "reactions": ("/posts/{start}/reactions/", _reaction, 6),
    "saved": ("/saved/", _post, 8),
    "topic": ("/topics/weft/", _post, 10),
    "drafts": ("/drafts/", _draft, 5),
    "write": ("/posts/new/", _community, 9),
    "people": ("/people/", _member, 9),
    "people, narrowed": ("/people/?q=person&topic=weft", _member, 9),
    "person": ("/people/reader/", _own_post, 15),
    "person with reports": ("/people/reader/", _member, 15),
    "units": ("/units/", _unit, 5),
    "unit": ("/units/{unit}/", _member, 10),
    "unit with units": ("/units/{unit}/", _unit, 10),
    "communities": ("/communities/", _community, 5),
    "members": ("/communities/place/members/", _member, 15),
    "requests": ("/communities/place/requests/", _request, 16),
    "invite": ("/communities/place/invite/?q=person", _member, 19),
    "leave": ("/communities/place/leave/?q=person", _member, 16),
    "inbox": ("/inbox/", _post, 4),
    "inbox of requests": ("/inbox/", _request, 4),
    "welcome, communities": ("/welcome/", _community_of_others, 5),
    "welcome, people": ("/welcome/?step=people", _member, 5),
    "letters": ("/steward/letters/", _letter, 4),
    "invitations": ("/steward/invitations/", _invitation, 4),
    "accounts": ("/steward/accounts/", _account, 5),
    "roles": ("/steward/roles/", _account, 5),
    "audit": ("/steward/audit/", _audited, 5),
    "imports": ("/steward/imports/", _run, 4),
    "people sync": ("/steward/people/", _run, 4),
    "placeholders": ("/steward/placeholders/", _placeholder, 4),
    "sessions": ("/settings/sessions/", _session, 4),
}


@pytest.mark.parametrize("name", sorted(BUDGETS))
def test_a_list_costs_the_same_with_three_rows_and_with_thirty(name: str) -> None:
    address, make_row, most = BUDGETS[name]
    world = World()
    client = Client()
    assert world.reader.account is not None
    sign_in(client, world.reader.account)
    url = address.format(start=world.start.pk, unit=world.unit.pk)
    client.get("/keys/")  # what the process keeps of the frame is read once
    few, many = (cost_with(client, url, lambda: make_row(world), rows) for rows in (3, 27))
    assert few.total == many.total, f"{few}\n\n{many}"
    assert many.total <= most, many


def cost_with(client: Client, url: str, make_row: Callable[[], None], rows: int) -> Count:
    """What the page asks once so many more rows stand, with no card kept from before."""
    for _ in range(rows):
        make_row()
    run_jobs()
    drawings.clear()
    with statements() as count:
        answer = client.get(url)
    assert answer.status_code == 200
    return count
