from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.kernel.seams.post_kinds import post_kinds
from weefsel.posts.differences import marked
from weefsel.posts.models import Draft
from weefsel.posts.queries.audience import Audience, audience
from weefsel.posts.rules import may_edit, person_of, seen_post


@dataclass(frozen=True, slots=True)
class EditForm:
    """A post, and how it would read. ``title`` and ``body`` stand in the form, ``standing`` is what stands now."""

    post_id: int
    thread_id: int
    has_title: bool
    title: str
    body: str
    edit_number: int
    standing_title: str
    standing: str
    audience: Audience
    kept_at: datetime | None = None

    @property
    def differences(self) -> SafeString:
        """What the form would change of what stands."""
        return marked(self.standing, self.body)


def edit_form(actor: Actor, *, post_id: int, title: str | None = None, body: str | None = None) -> EditForm:
    """The form to edit one's own post, with its draft, or with what was just typed.

    Raises ``NotFound`` and ``NotAllowed`` as editing does. At most six statements.
    """
    post = seen_post(actor, post_id)
    require(may_edit(actor, post), _("Only its author can edit this, while its community is not archived."))
    draft = None
    if body is None:
        draft = Draft.objects.filter(person_id=person_of(actor), place=f"edit:{post_id}").first()
    kind = post_kinds.get(post.kind)
    return EditForm(
        post_id=post.pk,
        thread_id=post.thread_id or post.pk,
        has_title=kind is not None and kind.has_title,
        title=draft.title if draft else post.title if title is None else title,
        body=draft.body if draft else post.body if body is None else body,
        edit_number=post.edit_number,
        standing_title=post.title,
        standing=post.body,
        audience=audience(actor, home_id=post.home_id, inside_only=post.inside_only),
        kept_at=draft.updated_at if draft else None,
    )
