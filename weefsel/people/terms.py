"""Words and limits of people and hierarchy."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

NAME_MAX = 120
TITLE_MAX = 160
OWN_WORDS_MAX = 2_000
HANDLE_MAX = 60
ASK_ME_MAX = 20
HR_FILE_MAX = 50 * 1024 * 1024


class OrganisationKind(TextChoices):
    HOME = "home", _("Home organisation")
    CUSTOMER = "customer", _("Customer")
    SUPPLIER = "supplier", _("Supplier")
    PARTNER = "partner", _("Partner")
    COMPETITOR = "competitor", _("Competitor")


class PersonKind(TextChoices):
    ORDINARY = "ordinary", _("Person")
    PLACEHOLDER = "placeholder", _("Placeholder")
    BOT = "bot", _("Bot")


class SyncState(TextChoices):
    """How far a file from the HR system is."""

    WAITING = "waiting", _("Looked at, not applied")
    RUNNING = "running", _("Is being applied")
    DONE = "done", _("Applied")
    REFUSED = "refused", _("Refused")
