import zoneinfo

from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.identity.models import Account
from weefsel.identity.rules import may_change_preferences
from weefsel.identity.terms import LANGUAGES, THEMES
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Invalid, require


@transaction.atomic
def change_preferences(actor: Actor, *, language: str, time_zone: str, theme: str) -> None:
    """Keep in which language, time zone and light one reads. One's own alone. One statement."""
    require(may_change_preferences(actor), _("Sign in first."))
    wrong = {}
    if language not in LANGUAGES:
        wrong["language"] = _("Choose one of the languages.")
    if time_zone not in zoneinfo.available_timezones():
        wrong["time_zone"] = _("Choose one of the time zones.")
    if theme not in THEMES:
        wrong["theme"] = _("Choose one of these.")
    if wrong:
        raise Invalid(fields=wrong)
    Account.objects.filter(pk=actor.account_id or 0).update(language=language, time_zone=time_zone, theme=theme)
