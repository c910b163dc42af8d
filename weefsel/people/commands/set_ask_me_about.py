from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Invalid, require
from weefsel.kernel.text import one_line
from weefsel.kernel.topics import TOPIC_MAX, topic_form
from weefsel.people.models import AskMeAbout
from weefsel.people.rules import has_profile
from weefsel.people.terms import ASK_ME_MAX


@transaction.atomic
def set_ask_me_about(actor: Actor, *, topics: Sequence[str]) -> None:
    """Keep what one may be asked about, in the order given; what is one in normal form is kept once.

    Refuses strangers and jobs; raises ``Invalid`` for more than twenty topics or one that is too long. Two statements.
    """
    require(has_profile(actor), _("Sign in to say what you may be asked about."))
    shown: dict[str, str] = {}
    for topic in topics:
        words = one_line(topic).lstrip("#").strip()
        if len(words) > TOPIC_MAX:
            raise Invalid(fields={"topics": _("“%(topic)s” is too long for a topic.") % {"topic": words[:TOPIC_MAX]}})
        if topic_form(words):
            shown.setdefault(topic_form(words), words)
    if len(shown) > ASK_ME_MAX:
        sentence = _("These are %(count)s topics; choose the %(most)s that matter most.")
        raise Invalid(fields={"topics": sentence % {"count": len(shown), "most": ASK_ME_MAX}})
    AskMeAbout.objects.filter(person_id=actor.person_id or 0).delete()
    AskMeAbout.objects.bulk_create(
        [AskMeAbout(person_id=actor.person_id or 0, topic=form, shown=words) for form, words in shown.items()]
    )
