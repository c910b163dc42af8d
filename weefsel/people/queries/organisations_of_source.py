from collections.abc import Mapping

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import NotFound
from weefsel.people.models import Organisation
from weefsel.people.rules import may_import_people


def organisations_of_source(actor: Actor, *, names: Mapping[str, str]) -> dict[str, int]:
    """The organisations with these names, by the key that an importer has for each. One statement."""
    if not may_import_people(actor):
        raise NotFound
    found = dict(Organisation.objects.filter(name__in=names.values()).values_list("name", "pk"))
    return {key: found[name] for key, name in names.items() if name in found}
