"""E-mail addresses, as people type them."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from weefsel.kernel.refusals import Invalid
from weefsel.kernel.text import one_line

EMAIL_MAX = 254


def checked_address(email: str) -> str:
    """The address without what surrounds it. Raises ``Invalid`` when it is none: so no header can hide in it."""
    address = email.strip()
    try:
        validate_email(address)
    except ValidationError:
        raise Invalid(_("“%(email)s” is not an e-mail address.") % {"email": one_line(email)[:80]}) from None
    if len(address) > EMAIL_MAX:
        raise Invalid(_("This e-mail address is too long."))
    return address
