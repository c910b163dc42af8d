"""Whom a notice is for, and when it may be shown: only while the receiver may see the thing that it is about."""

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from weefsel.communities.models import Community, CommunityInvitation, Membership
from weefsel.communities.rules import known_communities, may_know_community
from weefsel.communities.rules import may_decide_requests as may_decide
from weefsel.communities.terms import MemberRole, RequestOutcome
from weefsel.kernel.actor import Actor, Power
from weefsel.kernel.refusals import NotFound
from weefsel.notices.models import Notice
from weefsel.notices.terms import Kind
from weefsel.posts.models import Post
from weefsel.posts.rules import may_see_post, visible_posts


def may_notify(actor: Actor) -> bool:
    """The jobs that follow what people do."""
    return actor.has(Power.NOTIFY)


def is_receiver(actor: Actor, notice: Notice) -> bool:
    """An inbox is its owner's alone."""
    return actor.is_somebody and notice.person_id == actor.person_id


def is_somebody(actor: Actor) -> bool:
    """Everybody signed in has an inbox."""
    return actor.is_somebody


def visible_notices(actor: Actor) -> Q:
    """A ``Q`` on ``Notice``: the actor's own, while they may see the post or know the community that it is about.

    A request also needs that the actor still decides it, an ownership to find that they are still a steward.
    """
    posts = Post.objects.filter(visible_posts(actor), deleted_at=None)
    known = Community.objects.filter(known_communities(actor))
    moderates = Membership.objects.filter(
        person_id=actor.person_id or 0,
        person__left_on=None,
        role__in=[MemberRole.OWNER, MemberRole.MODERATOR],
        accepted_rules__gte=F("community__rules_version"),
        community_id=OuterRef("community_id"),
    )
    is_owned = Membership.objects.filter(
        role=MemberRole.OWNER, person__left_on=None, community_id=OuterRef("community_id")
    )
    manages = Exists(moderates) if not actor.is_steward else Exists(moderates) | ~Exists(is_owned)
    about_post = Q(kind__in=[Kind.MENTIONED, Kind.ANSWERED], post_id__in=posts.values("pk"))
    in_known = Q(community_id__in=known.values("pk"))
    invited = Q(kind=Kind.INVITED, invitation_id__in=_invitations_of(actor).values("pk"))
    asked = Q(kind=Kind.ASKED, join_request__isnull=False) & Q(manages) if actor.is_employee else Q(pk__in=())
    plain = Q(kind__in=[Kind.DECIDED, Kind.OWNER])
    take_over = Q(kind=Kind.TAKE_OVER) if actor.is_steward else Q(pk__in=())
    return Q(person_id=actor.person_id or 0) & (about_post | in_known & (invited | asked | plain | take_over))


def _invitations_of(actor: Actor) -> "QuerySet[CommunityInvitation]":
    return CommunityInvitation.objects.filter(person_id=actor.person_id or 0)


def may_see_notice(actor: Actor, notice: Notice) -> bool:
    """The question form of ``visible_notices``. At most five statements."""
    if not is_receiver(actor, notice):
        return False
    if notice.kind in {Kind.MENTIONED, Kind.ANSWERED}:
        return notice.post is not None and notice.post.deleted_at is None and may_see_post(actor, notice.post)
    if notice.community is None or not may_know_community(actor, notice.community):
        return False
    if notice.kind == Kind.INVITED:
        return notice.invitation is not None and notice.invitation.person_id == actor.person_id
    if notice.kind == Kind.ASKED:
        return notice.join_request is not None and may_decide(actor, notice.community)
    return notice.kind in {Kind.DECIDED, Kind.OWNER} or (notice.kind == Kind.TAKE_OVER and actor.is_steward)


def is_settled(notice: Notice) -> bool:
    """Whether there is nothing left to answer: the request is decided, the invitation closed."""
    if notice.kind == Kind.ASKED:
        return notice.join_request is None or notice.join_request.outcome != RequestOutcome.OPEN
    if notice.kind == Kind.INVITED and notice.invitation is not None:
        closed = (notice.invitation.accepted_at, notice.invitation.declined_at, notice.invitation.withdrawn_at)
        return any(closed)
    return False


def seen_notice(actor: Actor, notice_id: int) -> Notice:
    """One of the actor's own notices, if it may be shown. Raises ``NotFound`` otherwise. One statement."""
    notice = Notice.objects.filter(visible_notices(actor), pk=notice_id).first()
    if notice is None:
        raise NotFound(_("There is no such notice here."))
    return notice
