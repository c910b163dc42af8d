"""Addresses of communities, each with a community of every kind, and of the inbox."""

from collections.abc import Mapping

from tests.sitewide.addresses.visit import Visit, Visits, deed, page
from tests.sitewide.stage import EMPLOYEES, KEEPER, MODERATORS, NOBODY, READERS, SOMEBODY, TOKEN, Stage
from weefsel.communities.models import Community
from weefsel.notices.models import Notice

ABSENT = "never-was"
OWNER = frozenset({"owner"})
Roles = frozenset[str]


def known(stage: Stage) -> dict[str, Roles]:
    """Who may know of each community."""
    return {
        stage.scene.community.slug: READERS,
        stage.shy_place.slug: READERS,
        stage.internal.slug: EMPLOYEES,
        stage.veiled.slug: EMPLOYEES,
        stage.hidden.slug: KEEPER,
        ABSENT: NOBODY,
    }


def _for(who_of: Mapping[str, Roles], takes: str = "GET", *queries: str) -> Visits:
    """Each community by the name of its place on the stage; who knows of it and may not is told so."""

    def visits(stage: Stage) -> list[Visit]:
        slugs = {name: _community(stage, name).slug for name in who_of}
        found = [
            Visit({"slug": slugs[name]}, query, who=who, sees=known(stage)[slugs[name]], takes=takes)
            for name, who in who_of.items()
            for query in ("", *(queries if name == "community" else ()))
        ]
        return [*found, Visit({"slug": ABSENT}, who=NOBODY, takes=takes)]

    return visits


def _community(stage: Stage, name: str) -> Community:
    return stage.scene.community if name == "community" else getattr(stage, name)


def _everywhere(stage: Stage) -> list[Visit]:
    return [Visit({"slug": slug}, who=who) for slug, who in known(stage).items()]


def _deed_everywhere(stage: Stage) -> list[Visit]:
    return [Visit({"slug": slug}, who=who, takes="POST") for slug, who in known(stage).items()]


def _requests(stage: Stage) -> list[Visit]:
    values = {"slug": stage.scene.community.slug, "join_request_id": stage.scene.request.pk}
    return [Visit(values, takes="POST", who=MODERATORS, sees=READERS)]


def _invitation(stage: Stage) -> list[Visit]:
    values = {"slug": stage.scene.community.slug, "invitation_id": stage.guest.pk}
    return [Visit(values, takes="POST", who=MODERATORS, sees=READERS)]


def _role(stage: Stage) -> list[Visit]:
    values = {"slug": stage.scene.community.slug, "person_id": stage.scene.people["member"].pk}
    return [Visit(values, takes="POST", who=OWNER, sees=READERS)]


def _remove(stage: Stage) -> list[Visit]:
    """Who sees the members may look at the question; the answer is taken from moderators alone."""
    member, shy = stage.scene.people["member"].pk, stage.shy.pk
    return [
        Visit({"slug": stage.scene.community.slug, "person_id": member}, who=READERS),
        Visit({"slug": stage.hidden.slug, "person_id": stage.keeper.pk}, who=KEEPER),
        Visit({"slug": ABSENT, "person_id": shy}, who=NOBODY),
    ]


def _link(stage: Stage) -> list[Visit]:
    """A link is for whoever has such an address; it exists for nobody else."""
    return [Visit({"token": TOKEN}, who=NOBODY), Visit({"token": "never-sent"}, who=NOBODY)]


def _notices(stage: Stage) -> list[Visit]:
    mine = Notice.objects.filter(person=stage.person("owner")).order_by("pk").first()
    assert mine is not None
    return [Visit({"notice_id": pk}, takes="POST", who=who) for pk, who in ((mine.pk, OWNER), (10**15, NOBODY))]


READING = {"community": READERS, "shy_place": READERS, "internal": EMPLOYEES, "veiled": KEEPER, "hidden": KEEPER}
SHOWING_MEMBERS = READING | {"shy_place": EMPLOYEES}
OWNING = {"community": OWNER, "shy_place": OWNER, "internal": OWNER, "veiled": KEEPER, "hidden": KEEPER}
MODERATING = OWNING | {"community": MODERATORS}
COMMUNITIES: dict[str, Visits] = {
    "communities": page("q=qq", "q=k3", "show=mine", "show=open", "show=on_request", "show=archived", "language=en",
                        "after=1", "after=999999"),
    "community": _everywhere,
    "community_new": page(who=EMPLOYEES, sees=SOMEBODY),
    "community_by_link": _link,
    "community_join": _everywhere,
    "community_ask": _everywhere,
    "community_ask_take_back": _deed_everywhere,
    "community_accept_rules": _deed_everywhere,
    "community_invitation_accept": _deed_everywhere,
    "community_invitation_decline": _deed_everywhere,
    "community_leave": _everywhere,
    "community_edit": _for(OWNING),
    "community_archive": _for(OWNING),
    "community_reopen": _for(OWNING, "POST"),
    "community_about": _for(READING),
    "community_charter": _for(OWNING),
    "community_members": _for(SHOWING_MEMBERS, "GET", "q=qq", "page=2"),
    "community_member_role": _role,
    "community_member_remove": _remove,
    "community_requests": _for(MODERATING, "GET", "after=1"),
    "community_request_approve": _requests,
    "community_request_decline": _requests,
    "community_invite": _for(MODERATING, "GET", "q=qq"),
    "community_invite_person": _for(MODERATING, "POST"),
    "community_invite_address": _for(MODERATING, "POST"),
    "community_invite_link": _for(MODERATING, "POST"),
    "community_invitation_take_back": _invitation,
    "inbox": page("show=done", "before=1", "before=999999999"),
    "inbox_all_done": deed(),
    "notice_done": _notices,
    "notice_undo": _notices,
}  # fmt: skip
