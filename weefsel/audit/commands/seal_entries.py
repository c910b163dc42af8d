from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.chain import seal_of
from weefsel.audit.models import Entry
from weefsel.audit.rules import may_seal_trail
from weefsel.audit.terms import FIRST_SEAL, SEALED_AT_ONCE
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require


@transaction.atomic
def seal_entries(actor: Actor) -> int:
    """Chain the entries that are not sealed yet, at most five hundred, and say how many. Three statements.

    Each seal covers the one before, so nobody can change, take out or put in an entry unnoticed. The last sealed entry
    is locked meanwhile, and a place in the chain is unique: two jobs at once cannot fork it. Refuses all but the job.
    """
    require(may_seal_trail(actor), _("The trail is sealed by a job."))
    last = Entry.objects.select_for_update().exclude(place=None).order_by("-place").first()
    before, place = (last.seal, last.place or 0) if last else (FIRST_SEAL, 0)
    entries = list(Entry.objects.filter(seal="").order_by("id")[:SEALED_AT_ONCE])
    for entry in entries:
        place += 1
        entry.place = place
        entry.seal = before = seal_of(entry, before)
    Entry.objects.bulk_update(entries, ["seal", "place"])
    return len(entries)
