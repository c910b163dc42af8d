from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.kernel.text import checked
from weefsel.people.commands.set_ask_me_about import set_ask_me_about
from weefsel.people.models import Person
from weefsel.people.rules import has_profile
from weefsel.people.terms import OWN_WORDS_MAX


@transaction.atomic
def save_profile(actor: Actor, *, own_words: str, topics: Sequence[str]) -> None:
    """Keep what is one's own on a profile: own words, and what one may be asked about.

    Name, title, unit and manager are the organisation's. Refuses strangers and jobs; raises ``Invalid`` when something
    is too long. Four statements.
    """
    require(has_profile(actor), _("Sign in to write on your own page."))
    kept = checked("own_words", own_words, longest=OWN_WORDS_MAX)
    Person.objects.filter(pk=actor.person_id or 0).update(own_words=kept)
    set_ask_me_about(actor, topics=topics)
