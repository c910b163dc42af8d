from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.identity.commands.invite import invite
from weefsel.identity.rules import may_invite
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Conflict, Invalid, require
from weefsel.kernel.text import one_line
from weefsel.people.models import OrganisationDomain, Person
from weefsel.people.queries.network_name import network_name
from weefsel.people.rules import may_come_in

MOST_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class NotInvited:
    """An address to which no letter went, and why."""

    email: str
    why: str


@dataclass(frozen=True, slots=True)
class Invited:
    """What became of the addresses: how many letters go out, and who gets none."""

    count: int
    refused: Sequence[NotInvited]


@transaction.atomic
def invite_people(actor: Actor, *, emails: str, language: str, base_url: str) -> Invited:
    """Invite everybody whose address stands in ``emails``, one a line or with commas, and say what became of each.

    An address is refused on its own, the others are invited. Refuses all but stewards; raises ``Invalid`` when there is
    no address or there are more than two hundred. Four statements and eight for each letter.
    """
    require(may_invite(actor), _("Only stewards invite people into the network."))
    wanted = list(
        dict.fromkeys(one_line(part).lower() for part in emails.replace(",", "\n").replace(";", "\n").split("\n"))
    )
    wanted = [email for email in wanted if email]
    if not wanted:
        raise Invalid(fields={"emails": _("Write at least one e-mail address.")})
    if len(wanted) > MOST_AT_ONCE:
        raise Invalid(fields={"emails": _("At most %(most)s addresses at once.") % {"most": MOST_AT_ONCE}})
    refused = []
    for email in wanted:
        why_not = _why_not(email) or _invited(actor, email, language, base_url)
        if why_not:
            refused.append(NotInvited(email, why_not))
    return Invited(len(wanted) - len(refused), refused)


def _why_not(email: str) -> str:
    person = Person.objects.filter(email__iexact=email).select_related("organisation").first()
    if person is not None and person.account_id is not None:
        return _("This person has come in already.")
    if person is not None:
        return "" if may_come_in(person) else _("This person has left, or stands in for somebody.")
    owned = OrganisationDomain.objects.filter(domain__iexact=email.rpartition("@")[2]).exists()
    return "" if owned else _("No organisation of this network owns this domain.")


def _invited(actor: Actor, email: str, language: str, base_url: str) -> str:
    """Send the letter; the sentence of a refusal when it may not go out."""
    try:
        with transaction.atomic():
            invite(actor, email=email, language=language, network=network_name(), base_url=base_url)
    except (Conflict, Invalid) as refusal:
        return str(refusal.sentence)
    return ""
