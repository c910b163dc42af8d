from django.db.models import Q
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Invalid, NotFound
from weefsel.kernel.text import one_line
from weefsel.people.models import Person
from weefsel.people.rules import may_link_placeholder
from weefsel.people.terms import PersonKind


def person_named(actor: Actor, text: str) -> int:
    """The ordinary person with this handle or e-mail address, for stewards. One statement.

    Raises ``Invalid`` when nobody or more than one is meant, and ``NotFound`` for whoever is not steward.
    """
    if not may_link_placeholder(actor):
        raise NotFound
    said = one_line(text).removeprefix("@")
    here = Person.objects.filter(Q(handle__iexact=said) | Q(email__iexact=said), kind=PersonKind.ORDINARY)
    found = list(here.values_list("pk", flat=True)[:2]) if said else []
    if len(found) != 1:
        raise Invalid(fields={"person": _("Nobody here has this e-mail address or handle.")})
    return found[0]
