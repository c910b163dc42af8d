import zoneinfo

from django.core.cache import caches
from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.identity.addresses import checked_address
from weefsel.identity.commands.give_role import give_role
from weefsel.identity.terms import LANGUAGES
from weefsel.kernel.actor import Actor, Power, Role
from weefsel.kernel.refusals import Conflict, Invalid, require
from weefsel.kernel.text import checked
from weefsel.people.commands.open_account import open_account
from weefsel.people.commands.welcome_person import welcome_person
from weefsel.people.models import Network, Organisation, OrganisationDomain
from weefsel.people.terms import NAME_MAX, OrganisationKind
from weefsel.shell.domains import is_domain


@transaction.atomic
def set_up_network(
    actor: Actor, *, name: str, steward_email: str, steward_name: str, language: str, home_domain: str, time_zone: str
) -> int:
    """Make the network, its home organisation with its domain, and the first steward; return the steward's account id.

    Refuses whoever does not have the power, and a second network (``Conflict``). Raises ``Invalid`` naming each field
    that cannot be taken. The steward's address must lie in the home domain. Audited; about twenty statements.
    """
    require(actor.has(Power.SET_UP), _("A network is set up by who installs it."))
    if Network.objects.exists():
        raise Conflict(_("The network is set up already. Sign in as its steward to change it."))
    domain = home_domain.strip().lower().lstrip("@")
    _require_sound(steward_email, language, domain, time_zone)
    kept = checked("name", name, longest=NAME_MAX, required=True)
    Network.objects.create(name=kept, language=language, time_zone=time_zone)
    home = Organisation.objects.create(name=kept, kind=OrganisationKind.HOME)
    OrganisationDomain.objects.create(organisation=home, domain=domain)
    steward = checked("steward_name", steward_name, longest=NAME_MAX, required=True)
    welcome_person(actor, email=steward_email, name=steward, language=language)
    account_id = open_account(actor, email=steward_email, language=language)
    give_role(actor, account_id=account_id, role=Role.STEWARD)
    record(actor, "network_set_up", thing="network", thing_id=1)
    caches["process"].delete("network-name")
    return account_id


def _require_sound(steward_email: str, language: str, domain: str, time_zone: str) -> None:
    wrong = {}
    if not is_domain(domain):
        wrong["home_domain"] = _("Write the part behind the @ of your addresses, such as lindewever.example.")
    if language not in LANGUAGES:
        wrong["language"] = _("Choose one of the languages.")
    if time_zone not in zoneinfo.available_timezones():
        wrong["time_zone"] = _("Choose one of the time zones.")
    if not _is_address_of(steward_email, domain):
        wrong["steward_email"] = _("Write your e-mail address in the home domain.")
    if wrong:
        raise Invalid(fields=wrong)


def _is_address_of(email: str, domain: str) -> bool:
    try:
        address = checked_address(email)
    except Invalid:
        return False
    return address.lower().rpartition("@")[2] == domain
