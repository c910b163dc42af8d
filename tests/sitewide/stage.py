"""The scene with secrets in it: words that only some may read, each in one place, and browsers for every role.

Every secret begins with ``Qq``, so that "qq" can be searched for without its being echoed as one.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from django.test import Client
from django.utils import timezone

from tests.sitewide.scene import Scene, make_scene
from weefsel.communities.commands.write_charter import write_charter
from weefsel.communities.models import Community, CommunityInvitation, JoinRequest
from weefsel.communities.terms import hash_of
from weefsel.communities.testing import make_community, make_member
from weefsel.identity.models import Invitation, Letter, Session
from weefsel.identity.testing import make_role, sign_in
from weefsel.kernel.actor import Role
from weefsel.kernel.jobs.leases import beat
from weefsel.kernel.testing import run_jobs
from weefsel.people.commands.keep_sync_file import keep_sync_file
from weefsel.people.models import Person, SyncRun
from weefsel.people.testing import actor_for, make_organisation, make_person, make_unit
from weefsel.posts.commands.delete_post import delete_post
from weefsel.posts.commands.edit_post import edit_post
from weefsel.posts.commands.keep_draft import keep_draft
from weefsel.posts.commands.pin_post import pin_post
from weefsel.posts.commands.react import react
from weefsel.posts.commands.save_post import save_post
from weefsel.posts.models import Post
from weefsel.posts.testing import home_of, make_post, make_reply
from weefsel.transfer.models import ImportRun

STRANGERS = frozenset({"stranger", "former member"})
OUTSIDERS = frozenset({"external", "external member"})
EMPLOYEES = frozenset(
    {"employee", "member", "moderator", "owner", "network moderator", "steward", "works council", "keeper"}
)
SOMEBODY = EMPLOYEES | OUTSIDERS
READERS = EMPLOYEES | {"external member"}
MODERATORS = frozenset({"moderator", "owner"})
EVERY_ROLE = sorted(SOMEBODY | STRANGERS)
KEEPER, STEWARD, NOBODY = frozenset({"keeper"}), frozenset({"steward"}), frozenset[str]()

TOKEN = "a-token-that-was-sent-to-a-guest"

# Who may read each planted word, wherever it is shown.
SECRETS: dict[str, frozenset[str]] = {
    # a hidden community, of which only the keeper knows
    "Qqboxname": KEEPER,
    "Qqboxpurpose": KEEPER,
    "Qqboxcharter": KEEPER,
    "Qqboxtitle": KEEPER,
    "Qqboxwords": KEEPER,
    "Qqboxreply": KEEPER,
    "Qqboxtopic": KEEPER,
    # an invite-only one: its name and purpose are known inside
    "Qqveilname": EMPLOYEES,
    "Qqveilpurpose": EMPLOYEES,
    "Qqveilcharter": KEEPER,
    "Qqveilwords": KEEPER,
    "Qqveiltopic": KEEPER,
    # an open one, and a storyline: for everybody inside
    "Qqopenname": EMPLOYEES,
    "Qqopenpurpose": EMPLOYEES,
    "Qqopenwords": EMPLOYEES,
    "Qqopentopic": EMPLOYEES,
    "Qqstorywords": EMPLOYEES,
    # inside only, in the community that is shared with a customer
    "Qqinsidetitle": EMPLOYEES,
    "Qqinsidewords": EMPLOYEES,
    "Qqinsidereply": EMPLOYEES,
    "Qqinsidetopic": EMPLOYEES,
    # people whom nobody from outside meets, and what nobody from outside may know of those whom they meet
    "Qqpersonname": EMPLOYEES,
    "Qqpersontitle": EMPLOYEES,
    "Qqpersonwords": EMPLOYEES,
    "Qqpersonsite": EMPLOYEES,
    "Qqpersonask": EMPLOYEES,
    "Qqotherperson": EMPLOYEES,
    "Qqotherorganisation": EMPLOYEES,
    "Qqunit": EMPLOYEES,
    "Qqmembermail": EMPLOYEES,
    "Qqmemberwords": EMPLOYEES,
    "Qqmembersite": EMPLOYEES,
    "Qqmemberask": EMPLOYEES,
    # who writes, thanks and is named in a shared community that does not show its members: from outside a colleague
    "Qqshyname": EMPLOYEES,
    # what is one's own
    "Qqdraft": KEEPER,
    "Qqdevice": NOBODY,
    "Qqrequest": MODERATORS,
    "Qqguest": MODERATORS,
    # what a steward's pages show
    "Qqletter": STEWARD,
    "Qqlettertext": NOBODY,
    "Qqwelcome": STEWARD,
    "Qqhrfile": STEWARD,
    "Qqnewcomer": STEWARD,
    "Qqimport": STEWARD,
    # what was taken away, and how something read before
    "Qqdeleted": NOBODY,
    "Qqbefore": READERS,
}


@dataclass
class Stage:
    """The scene, more people, and the things that carry secrets."""

    scene: Scene
    keeper: Person
    hidden: Community
    veiled: Community
    internal: Community
    shy_place: Community
    shy: Person
    quill: Person
    posts: dict[str, Post] = field(default_factory=dict)
    run: ImportRun = field(default_factory=ImportRun)
    hr_file: SyncRun = field(default_factory=SyncRun)
    letter: Letter = field(default_factory=Letter)
    invitation_letter: Letter = field(default_factory=Letter)
    newcomer: Invitation = field(default_factory=Invitation)
    guest: CommunityInvitation = field(default_factory=CommunityInvitation)

    def person(self, role: str) -> Person:
        return self.keeper if role == "keeper" else self.scene.people[role]

    def browser(self, role: str, *, checks_tokens: bool = False) -> Client:
        """A browser in which somebody of this role is signed in. A fault comes as it comes to people: as an answer."""
        client = Client(enforce_csrf_checks=checks_tokens, raise_request_exception=False)
        if role != "stranger":
            account = self.person(role).account
            assert account is not None
            sign_in(client, account)
        return client


def make_stage() -> Stage:
    """Everybody, everything, and every secret in its place. Jobs have run, so notices stand too."""
    scene = make_scene()
    people = scene.people
    for role in ("network moderator", "steward", "works council"):
        account = people[role].account
        assert account is not None
        make_role(account, {"network moderator": Role.MODERATOR, "steward": Role.STEWARD}.get(role, Role.WORKS_COUNCIL))
    keeper = make_person("Keeper", has_account=True)
    stage = Stage(
        scene=scene,
        keeper=keeper,
        hidden=make_community("hidden", keeper, name="Qqboxname", purpose="Qqboxpurpose", slug="k3-tz8"),
        veiled=make_community("invite_only", keeper, name="Qqveilname", purpose="Qqveilpurpose", slug="veiled"),
        internal=make_community("open", people["owner"], name="Qqopenname", purpose="Qqopenpurpose", slug="internal"),
        shy_place=make_community(
            "on_request", people["owner"], name="Shy place", shared_with=(scene.customer,), shows_members=False
        ),
        shy=make_person("Qqshyname", handle="shy", has_account=True),
        quill=make_person("Qqpersonname", handle="quill", job_title="Qqpersontitle", site="Qqpersonsite",
                          unit=make_unit("Qqunit"), topics=("Qqpersonask",)),
    )  # fmt: skip
    _plant_people(stage)
    _plant_posts(stage)
    _plant_own_things(stage)
    _plant_steward_things(stage)
    Person.objects.update(welcomed_at=timezone.now())
    run_jobs()
    beat("stage")  # of the worker: the network is ready
    return stage


def _plant_people(stage: Stage) -> None:
    people, quill = stage.scene.people, stage.quill
    Person.objects.filter(pk=quill.pk).update(own_words="Qqpersonwords")
    Person.objects.filter(pk=people["member"].pk).update(
        email="qqmembermail@lindewever.example", own_words="Qqmemberwords", site="Qqmembersite", unit=quill.unit
    )
    people["member"].ask_me_about.create(topic="qqmemberask", shown="Qqmemberask")
    other = make_organisation(name="Qqotherorganisation")
    make_person("Qqotherperson", organisation=other, email="other@else.example")
    for person in (people["external member"], stage.shy):
        make_member(stage.shy_place, person)
    make_member(stage.internal, quill)
    write_charter(actor_for(stage.keeper), community_id=stage.hidden.pk, text="Qqboxcharter")
    write_charter(actor_for(stage.keeper), community_id=stage.veiled.pk, text="Qqveilcharter")


def _plant_posts(stage: Stage) -> None:
    people, posts = stage.scene.people, stage.posts
    owner, keeper = people["owner"], stage.keeper
    posts["hidden"] = make_post(keeper, stage.hidden, "Qqboxwords #Qqboxtopic", kind="announcement", title="Qqboxtitle")
    posts["hidden reply"] = make_reply(keeper, posts["hidden"], "Qqboxreply")
    posts["veiled"] = make_post(keeper, stage.veiled, "Qqveilwords #Qqveiltopic")
    posts["internal"] = make_post(stage.quill, stage.internal, "Qqopenwords #Qqopentopic")
    posts["storyline"] = make_post(stage.quill, stage.quill, "Qqstorywords")
    # The keeper names the hidden community where others read: what they typed stays, its name does not appear.
    posts["naming"] = make_post(keeper, keeper, "Ask in @k3-tz8 or in @veiled.")
    posts["inside"] = make_post(
        owner, stage.scene.community, "Qqinsidewords #Qqinsidetopic", kind="announcement", title="Qqinsidetitle",
        inside_only=True,
    )  # fmt: skip
    posts["inside reply"] = make_reply(people["member"], posts["inside"], "Qqinsidereply")
    posts["shy"] = make_post(owner, stage.shy_place, "Thanks to @shy for the drawing.")
    react(actor_for(stage.shy), post_id=posts["shy"].pk, kind="thanks")
    make_reply(stage.shy, posts["shy"], "It was a pleasure.")
    posts["gone"] = make_post(people["member"], stage.scene.community, "Qqdeleted", inside_only=False)
    make_reply(owner, posts["gone"], "It was true.")
    delete_post(actor_for(people["member"]), post_id=posts["gone"].pk)
    gone_reply = make_reply(people["member"], stage.scene.post, "Qqdeleted")
    delete_post(actor_for(people["member"]), post_id=gone_reply.pk)
    posts["edited"] = make_post(people["member"], stage.scene.community, "Qqbefore", inside_only=False)
    edit_post(actor_for(people["member"]), post_id=posts["edited"].pk, body="Said better", edit_number=0)
    pin_post(actor_for(owner), post_id=posts["inside"].pk)


def _plant_own_things(stage: Stage) -> None:
    scene, people = stage.scene, stage.scene.people
    keep_draft(actor_for(stage.keeper), place=f"home:{home_of(stage.hidden).pk}", body="Qqdraft")
    keep_draft(actor_for(stage.keeper), place=f"thread:{scene.post.pk}", body="Qqdraft")
    for role in ("member", "external member"):
        save_post(actor_for(people[role]), post_id=scene.post.pk)
    save_post(actor_for(stage.keeper), post_id=stage.posts["hidden"].pk)
    # Saved and answered while it was for everybody here; it is not any more.
    once = stage.posts["once"] = make_post(people["owner"], scene.community, "Qqinsidewords", inside_only=False)
    save_post(actor_for(people["external member"]), post_id=once.pk)
    make_reply(people["external member"], once, "Noted.")
    Post.objects.filter(pk=once.pk).update(inside_only=True)
    Post.objects.filter(thread=once).update(inside_only=True)
    JoinRequest.objects.filter(pk=scene.request.pk).update(text="Qqrequest")
    stage.guest = CommunityInvitation.objects.create(
        community=scene.community,
        invited_by=people["owner"],
        email="qqguest@kunde.example",
        token_hash=hash_of(TOKEN),
        expires_at=timezone.now() + timedelta(days=3),
    )
    Session.objects.create(
        session_key="q" * 32, session_data="", expire_date=timezone.now() + timedelta(days=1),
        account=stage.shy.account, device="Qqdevice",
    )  # fmt: skip


def _plant_steward_things(stage: Stage) -> None:
    stage.letter = Letter.objects.create(
        recipient="qqletter@lindewever.example", subject="Your code", body="Qqlettertext", purpose="code"
    )
    stage.invitation_letter = Letter.objects.create(
        recipient="qqletter@lindewever.example", subject="Come in", body="Qqwelcome", purpose="invitation"
    )
    stage.newcomer = Invitation.objects.create(
        email="qqnewcomer@lindewever.example",
        token_hash="0" * 64,
        expires_at=timezone.now() + timedelta(days=3),
    )
    stage.run = ImportRun.objects.create(
        kind="slack", file_name="Qqimport.zip", digest="0" * 64, state="refused", problem="This is no zip file."
    )
    number = keep_sync_file(
        actor_for(stage.person("steward"), [Role.STEWARD]),
        file_name="Qqhrfile.csv",
        file=b"Employee id;Name;E-mail\n77;Qqhrfile Jansen;jansen@lindewever.example\n",
    )
    stage.hr_file = SyncRun.objects.get(pk=number)
