from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import NotFound
from weefsel.people.models import Person
from weefsel.people.rules import may_import_people


def people_of_source(actor: Actor, *, person_ids: set[int]) -> dict[int, str]:
    """The handles of these people, for importers. One statement for each thousand."""
    if not may_import_people(actor):
        raise NotFound
    found: dict[int, str] = {}
    ordered = sorted(person_ids)
    for at in range(0, len(ordered), 1000):
        found.update(Person.objects.filter(pk__in=ordered[at : at + 1000]).values_list("pk", "handle"))
    return found
