"""What the form for a new post offers to somebody: homes, kinds, and what they had begun to write."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from weefsel.communities.models import Membership
from weefsel.communities.rules import memberships_that_count
from weefsel.kernel.actor import Actor
from weefsel.kernel.seams.post_kinds import PostKind, post_kinds
from weefsel.posts.models import Draft, Home, Post
from weefsel.posts.queries._form_key import new_form_key
from weefsel.posts.queries.audience import Audience, audience
from weefsel.posts.rules import person_of
from weefsel.posts.terms import Kind


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form: what was kept, or what was just sent and could not be taken."""

    home_id: int | None = None
    kind: str = Kind.UPDATE
    title: str = ""
    body: str = ""
    inside_only: bool = False
    form_key: str = ""
    kept_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HomeChoice:
    """A home in which the actor may publish."""

    id: int
    name: str
    is_shared: bool = False
    moderates: bool = False


@dataclass(frozen=True, slots=True)
class KindChoice:
    """A kind of post that may be published in one of these homes."""

    name: str
    label: str
    icon: str
    prompt: str
    has_title: bool


@dataclass(frozen=True, slots=True)
class Composer:
    """The form, filled. ``may_choose_audience``: here both for everybody and inside only are possible."""

    homes: Sequence[HomeChoice]
    kinds: Sequence[KindChoice]
    typed: Typed
    chosen: HomeChoice
    audience: Audience
    may_choose_audience: bool

    @property
    def has_titles(self) -> bool:
        return any(kind.has_title for kind in self.kinds)

    @property
    def prompt(self) -> str:
        return next((kind.prompt for kind in self.kinds if kind.name == self.typed.kind), "")


def composer(actor: Actor, *, home_id: int | None = None, typed: Typed | None = None) -> Composer | None:
    """The form for ``home_id``, or for the home last written in; nothing when there is no home to write in.

    It shows ``typed``, or the draft of that home (without a home: the newest draft for any). Seven statements at most.
    """
    homes = _homes(actor)
    if not homes:
        return None
    shown = typed or _draft(actor, [home.id for home in homes if home_id in {None, home.id}])
    wished = shown.home_id or home_id or _last_home(actor)
    chosen = next((home for home in homes if home.id == wished), homes[0])
    return Composer(
        homes=homes,
        kinds=[_kind(kind) for kind in _kinds(homes)],
        typed=shown,
        chosen=chosen,
        audience=audience(actor, home_id=chosen.id, inside_only=shown.inside_only),
        may_choose_audience=chosen.is_shared and actor.is_employee,
    )


def _homes(actor: Actor) -> list[HomeChoice]:
    mine = Membership.objects.filter(
        memberships_that_count(actor), community__archived_at=None, community__home__isnull=False
    ).order_by("community__name", "community_id")
    homes = [
        HomeChoice(home, name, shared, role in {"owner", "moderator"})
        for home, name, shared, role in mine.values_list(
            "community__home", "community__name", "community__is_shared", "role"
        )
    ]
    if actor.is_employee:
        storyline = Home.objects.filter(person_id=person_of(actor)).values_list("pk", flat=True).first()
        homes += [HomeChoice(storyline, _("My storyline"))] if storyline is not None else []
    return homes


def _kinds(homes: Sequence[HomeChoice]) -> list[PostKind]:
    moderates = any(home.moderates for home in homes)
    offered = [kind for kind in post_kinds.values() if moderates or not kind.needs_moderator]
    return sorted(offered, key=lambda kind: kind.place)


def _kind(kind: PostKind) -> KindChoice:
    return KindChoice(kind.name, str(kind.label), kind.icon, str(kind.prompt), kind.has_title)


def _draft(actor: Actor, home_ids: Sequence[int]) -> Typed:
    places = {f"home:{home_id}": home_id for home_id in home_ids}
    drafts = Draft.objects.filter(person_id=person_of(actor), place__in=places)
    draft = drafts.order_by("-updated_at", "-pk").first()
    if draft is None:
        return Typed(form_key=new_form_key())
    return Typed(
        home_id=places[draft.place],
        kind=draft.kind or Kind.UPDATE,
        title=draft.title,
        body=draft.body,
        inside_only=draft.inside_only,
        form_key=draft.form_key or new_form_key(),
        kept_at=draft.updated_at,
    )


def _last_home(actor: Actor) -> int | None:
    starts = Post.objects.filter(author_id=person_of(actor), thread=None)
    return starts.order_by("-pk").values_list("home_id", flat=True).first()
