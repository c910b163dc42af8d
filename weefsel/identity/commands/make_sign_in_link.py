from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.identity.addresses import checked_address
from weefsel.identity.models import SignInLink
from weefsel.identity.rules import may_make_sign_in_link
from weefsel.identity.terms import SIGN_IN_LINK_LASTS
from weefsel.identity.tokens import hash_of, new_token
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require


@transaction.atomic
def make_sign_in_link(actor: Actor, *, email: str) -> str:
    """Make a token that signs in whoever has this address, once and within fifteen minutes, and return it.

    Its hash alone is kept. Whether somebody has this address is asked by the one who calls, and again at use. Refuses
    whoever does not have the power. One statement.
    """
    require(may_make_sign_in_link(actor), _("Sign-in links are made by the operator."))
    token = new_token()
    SignInLink.objects.create(
        email=checked_address(email).lower(),
        token_hash=hash_of(token),
        door=actor.door.value,
        created_at=clock.now(),
        expires_at=clock.now() + SIGN_IN_LINK_LASTS,
    )
    return token
