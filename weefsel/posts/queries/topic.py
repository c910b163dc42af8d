from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import NotFound
from weefsel.kernel.topics import topic_form
from weefsel.posts.models import Post, Topic
from weefsel.posts.rules import visible_posts


def topic_shown(actor: Actor, name: str) -> str:
    """The topic as it was first spelled. Raises ``NotFound`` unless the actor may read a post that has it.

    Two statements, whether it exists or not.
    """
    shown = Topic.objects.filter(name=topic_form(name)).values_list("shown", flat=True).first()
    posts = Post.objects.filter(visible_posts(actor), deleted_at=None, topics__topic__name=topic_form(name))
    if not posts.exists() or shown is None:
        raise NotFound(_("No post that you can read has this topic."))
    return shown
