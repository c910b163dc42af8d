from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.identity.models import SignInLink
from weefsel.identity.rules import may_open_accounts
from weefsel.identity.tokens import hash_of
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Conflict, require


@transaction.atomic
def use_sign_in_link(actor: Actor, *, token: str) -> str:
    """Use a sign-in link up, and return the e-mail address that it proves.

    Of two that come at once one is let in. Raises ``Conflict`` when the link was used, has run out or is unknown; the
    three are not told apart. Two statements.
    """
    require(may_open_accounts(actor), _("Sign-in links are used at the door."))
    moment = clock.now()
    link = SignInLink.objects.filter(token_hash=hash_of(token), used_at=None, expires_at__gt=moment).first()
    used = SignInLink.objects.filter(pk=link.pk, used_at=None).update(used_at=moment) if link else 0
    if link is None or not used:
        raise Conflict(_("This link no longer works. It signs in once, within fifteen minutes. Ask for a new one."))
    return link.email
