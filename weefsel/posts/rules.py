"""Who sees which post, and who may do what with it: the one rule of the product, in its two forms."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from weefsel.communities import rules as communities
from weefsel.communities.models import Community
from weefsel.communities.terms import READABLE_KINDS
from weefsel.kernel.actor import Actor, Power
from weefsel.kernel.refusals import NotFound
from weefsel.kernel.seams.post_kinds import post_kinds
from weefsel.posts.models import Home, Post

NOBODY = Q(pk__in=())
STANDS = Q(deleted_at=None)
TOMBSTONE = Q(deleted_at__isnull=False, thread=None, reply_count__gt=0)


def person_of(actor: Actor) -> int:
    """The id of the person who acts; 0, which no person has, for strangers and jobs."""
    return actor.person_id or 0


def readable_homes(actor: Actor) -> Q:
    """A ``Q`` on ``Home``: the communities the actor reads, and for employees every employee's storyline."""
    if not actor.is_somebody:
        return NOBODY
    seen = Q(community_id__in=Community.objects.filter(communities.visible_communities(actor)).values("pk"))
    if actor.is_employee:
        return seen | Q(person__organisation__kind="home")
    return seen


def may_read_home(actor: Actor, home: Home) -> bool:
    """The question form of ``readable_homes``. At most one statement beyond loading the community or person."""
    if not actor.is_somebody:
        return False
    if home.community is not None:
        return communities.may_see_community(actor, home.community)
    return actor.is_employee and home.person is not None and home.person.organisation.kind == "home"


def visible_posts(actor: Actor) -> Q:
    """A ``Q`` on ``Post``: what stands in homes the actor reads, for externals less what is inside only.

    Also the tombstones of thread starts under which replies stand. The home is asked of each post: there may be two
    hundred thousand homes, and a page shows twenty posts.
    """
    if not actor.is_somebody:
        return NOBODY
    readable = Q(Exists(Home.objects.filter(readable_homes(actor), pk=OuterRef("home_id"))))
    if not actor.is_employee:
        readable &= Q(inside_only=False)
    return readable & (STANDS | TOMBSTONE)


def may_see_post(actor: Actor, post: Post) -> bool:
    """The question form of ``visible_posts``."""
    if post.deleted_at is not None and (post.thread_id is not None or post.reply_count == 0):
        return False
    if post.inside_only and not actor.is_employee:
        return False
    return may_read_home(actor, post.home)


def is_writable(home: Home) -> bool:
    """Whether anything new can be written here: not in an archived community."""
    return home.community is None or home.community.archived_at is None


def is_shared(home: Home) -> bool:
    """Whether people from outside may read here what is not inside only."""
    return home.community is not None and home.community.is_shared


def may_publish_in(actor: Actor, home: Home) -> bool:
    """Start a thread: members of a community; on a storyline the person whose it is."""
    if not is_writable(home):
        return False
    if home.community is not None:
        return communities.is_member(actor, home.community)
    return actor.is_employee and home.person_id == actor.person_id


def may_publish_kind(actor: Actor, home: Home, kind: str) -> bool:
    """A kind that is reserved (announcements) needs an owner or moderator of the community."""
    known = post_kinds.get(kind)
    if known is None or not may_publish_in(actor, home):
        return False
    if home.community is None:
        return known.on_storylines and not known.needs_moderator
    return not known.needs_moderator or communities.is_moderator(actor, home.community)


def may_take_part(actor: Actor, home: Home) -> bool:
    """Reply and react: members; in open communities and on storylines every employee."""
    if not is_writable(home):
        return False
    if home.community is None:
        return actor.is_employee
    if actor.is_employee and home.community.kind == "open":
        return True
    return communities.is_member(actor, home.community)


def may_reply(actor: Actor, thread: Post) -> bool:
    """Members; in open communities and on storylines every employee. Not in a locked thread."""
    return thread.locked_at is None and may_see_post(actor, thread) and may_take_part(actor, thread.home)


def may_react(actor: Actor, post: Post) -> bool:
    """Who may reply there may react, also in a locked thread."""
    return post.deleted_at is None and may_see_post(actor, post) and may_take_part(actor, post.home)


def may_edit(actor: Actor, post: Post) -> bool:
    """Its author, while they may still read it and its home is not archived."""
    return (
        post.deleted_at is None
        and actor.person_id is not None
        and post.author_id == actor.person_id
        and may_see_post(actor, post)
        and is_writable(post.home)
    )


def may_moderate(actor: Actor, home: Home) -> bool:
    """Pin, lock, remove with a reason: owner or moderator of the community; on a storyline whose it is."""
    if home.community is not None:
        return communities.is_moderator(actor, home.community)
    return actor.is_employee and home.person_id == actor.person_id


def may_delete(actor: Actor, post: Post) -> bool:
    """Its author, also in an archived community: what one wrote one may take back."""
    return (
        post.deleted_at is None
        and actor.person_id is not None
        and post.author_id == actor.person_id
        and may_see_post(actor, post)
    )


def may_remove(actor: Actor, post: Post) -> bool:
    """Take somebody else's post away, with a reason."""
    return post.deleted_at is None and may_see_post(actor, post) and may_moderate(actor, post.home)


def may_refresh_cards(actor: Actor) -> bool:
    """Raise the version of cards that show somebody or something by a former name: upkeep alone."""
    return actor.has(Power.SWEEP)


def is_seen_by_all_readers(community: Community, home: Home, *, inside_only: bool) -> bool:
    """Whether everybody who may read a post of this home, now or later, may also see ``community``.

    That is sure for the community in which the post stands, and among employees for what every employee reads.
    """
    if community.pk == home.community_id:
        return True
    return inside_only and community.kind in READABLE_KINDS


def why_not_here(home: Home) -> str:
    """The sentence for somebody who may not write in this home."""
    if not is_writable(home):
        return _("This community has been archived, so nothing new can be written here. Your text was kept as a draft.")
    if home.community is None:
        return _("This storyline belongs to somebody else.")
    return _("Only members can write in this community.")


def why_not_kind(home: Home, kind: str) -> str:
    """The sentence for somebody who may not publish this kind of post in this home."""
    known = post_kinds.get(kind)
    if known is None:
        return _("There is no such kind of post. Choose another one.")
    if is_writable(home) and known.needs_moderator:
        return _("Only owners and moderators of a community can publish this there.")
    return why_not_here(home)


def may_import_posts(actor: Actor) -> bool:
    """Imports, and the demonstration."""
    return actor.has(Power.IMPORT) or actor.has(Power.DEMONSTRATE)


def seen_home(actor: Actor, home_id: int) -> Home:
    """The home with its community or person, if the actor reads it. Raises ``NotFound`` otherwise. One statement."""
    homes = Home.objects.select_related("community", "person__organisation")
    home = homes.filter(readable_homes(actor), pk=home_id).first()
    if home is None:
        raise NotFound(_("There is no such place here."))
    return home


def seen_post(actor: Actor, post_id: int) -> Post:
    """The post with its home, if the actor may see it. Raises ``NotFound`` otherwise. One statement."""
    posts = Post.objects.select_related("home__community", "home__person__organisation", "author__organisation")
    post = posts.filter(visible_posts(actor), pk=post_id).first()
    if post is None:
        raise NotFound(_("This post does not exist, or is not for you to read."))
    return post


def seen_thread(actor: Actor, thread_id: int) -> Post:
    """The thread start, if the actor may see it. Raises ``NotFound`` otherwise, also for a reply. One statement."""
    thread = seen_post(actor, thread_id)
    if thread.thread_id is not None:
        raise NotFound(_("This post does not exist, or is not for you to read."))
    return thread
