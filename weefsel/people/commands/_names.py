"""Handles and search names, made from what somebody is called."""

import re

from weefsel.kernel.topics import without_accents
from weefsel.people.models import Person
from weefsel.people.names import NEVER_SPLIT, search_form
from weefsel.people.terms import HANDLE_MAX

_NOT_IN_HANDLE = re.compile(r"[^a-z0-9]+")


def handle_base(name: str) -> str:
    """A handle without a number behind it: 'Ayşe Yılmaz' becomes 'ayse-yilmaz'; a name without letters 'person'."""
    plain = without_accents(name).translate(NEVER_SPLIT)
    return _NOT_IN_HANDLE.sub("-", plain).strip("-")[: HANDLE_MAX - 6].strip("-") or "person"


def free_handle(name: str, taken: set[str] | None = None) -> str:
    """A handle that nobody has: the base, or the base and a number. One statement unless ``taken`` is given."""
    base = handle_base(name)
    if taken is None:
        taken = {h.lower() for h in Person.objects.filter(handle__istartswith=base).values_list("handle", flat=True)}
    handle, number = base, 2
    while handle in taken:
        handle, number = f"{base}-{number}", number + 1
    taken.add(handle)
    return handle


def search_name(name: str) -> str:
    """What a person is found by (``people.names``)."""
    return search_form(name)
