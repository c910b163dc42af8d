"""Words and limits of posts."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

TITLE_MAX = 200
BODY_MAX = 40_000
MENTIONS_MAX = 50  # people and communities named in one post
CALLS_MAX = 200  # times that an @ or a # is looked up in one text
TOPICS_MAX = 20  # the rest stays plain text
MATCHED_MAX = 4_000  # brackets, or borders of cells, that are matched in one text
REASON_MAX = 300
RENDERER_VERSION = 1
THREAD_PAGE = 200
SLOT_MARK = "\x1d"  # a control character that no text can contain: where a fragment is filled for its reader


class Kind:
    """Kinds known to this app; others come through the seam."""

    UPDATE = "update"
    ANNOUNCEMENT = "announcement"
    REPLY = "reply"


class ReactionKind(TextChoices):
    LIKE = "like", _("Like")
    THANKS = "thanks", _("Thanks")
    INSIGHTFUL = "insightful", _("Insightful")
    CELEBRATE = "celebrate", _("Celebrate")
    SUPPORT = "support", _("Support")
