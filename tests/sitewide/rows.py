"""One more row of every list, for tests that ask what a long list does."""

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from weefsel.communities.commands.ask_to_join import ask_to_join
from weefsel.communities.commands.open_community import open_community
from weefsel.communities.models import Community
from weefsel.communities.testing import make_community, make_member
from weefsel.identity.models import Invitation, Letter, Session
from weefsel.identity.testing import make_role
from weefsel.kernel.actor import Role
from weefsel.people.models import Network, Person, SyncRun
from weefsel.people.testing import actor_for, make_person, make_unit
from weefsel.posts.commands.edit_post import edit_post
from weefsel.posts.commands.keep_draft import keep_draft
from weefsel.posts.commands.react import react
from weefsel.posts.commands.save_post import save_post
from weefsel.posts.testing import make_post, make_reply
from weefsel.transfer.models import ImportRun


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


def post_row(world: World) -> None:
    author = world.colleague()
    make_member(world.community, author)
    post = make_post(author, world.community, "About #weft, @reader")
    make_reply(world.reader, post)
    react(world.actor, post_id=post.pk, kind="thanks")
    save_post(world.actor, post_id=post.pk)


def reply_row(world: World) -> None:
    author = world.colleague()
    make_member(world.community, author)
    post = make_reply(author, world.start, "On #weft, @reader")
    react(world.actor, post_id=post.pk, kind="like")


def own_post_row(world: World) -> None:
    make_post(world.reader, world.reader)


def edit_row(world: World) -> None:
    world.start.refresh_from_db()
    number = world.start.edit_number
    edit_post(world.actor, post_id=world.start.pk, body=f"Said anew {number}", edit_number=number)


def reaction_row(world: World) -> None:
    person = world.colleague()
    make_member(world.community, person)
    react(actor_for(person), post_id=world.start.pk, kind="celebrate")


def draft_row(world: World) -> None:
    post = make_post(world.colleague())
    keep_draft(world.actor, place=f"thread:{post.pk}", body="Half a thought")


def member_row(world: World) -> None:
    make_member(world.community, world.colleague())


def community_row(world: World) -> None:
    make_member(make_community(owner=world.colleague()), world.reader)


def request_row(world: World) -> None:
    ask_to_join(actor_for(world.colleague()), community_id=world.community.pk)


def unit_row(world: World) -> None:
    make_unit(parent=world.unit)
    make_unit()


def letter_row(world: World) -> None:
    Letter.objects.create(recipient="a@home.example", subject="Hello", purpose="code")


def invitation_row(world: World) -> None:
    number = Invitation.objects.count()
    Invitation.objects.create(
        email=f"new{number}@home.example",
        token_hash=f"{number:064}",
        expires_at=timezone.now() + timedelta(days=1),
        invited_by=world.reader.account,
    )


def account_row(world: World) -> None:
    account = make_person(has_account=True).account
    assert account is not None
    make_role(account, Role.WORKS_COUNCIL)


def session_row(world: World) -> None:
    Session.objects.create(
        session_key=f"key{Session.objects.count():029}",
        session_data="",
        expire_date=timezone.now() + timedelta(days=1),
        account=world.reader.account,
        auth_version=world.reader.account.auth_version if world.reader.account else 1,
    )


def run_row(world: World) -> None:
    ImportRun.objects.create(kind="slack", file_name="a.zip", digest="0" * 64, started_by=world.reader.account)
    SyncRun.objects.create(file_name="a.csv", file=b"", started_by=world.reader.account)


def placeholder_row(world: World) -> None:
    make_person(kind="placeholder", email="")


def community_of_others_row(world: World) -> None:
    make_community(owner=world.colleague())


def audited_row(world: World) -> None:
    open_community(world.actor, name="Another place", kind="open")


Row = Callable[[World], None]
