from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import NotFound
from weefsel.posts.models import Home
from weefsel.posts.rules import may_import_posts


def home_of_person(actor: Actor, person_id: int) -> int:
    """The storyline's home of a person, for importers. One statement."""
    if not may_import_posts(actor):
        raise NotFound
    return Home.objects.values_list("pk", flat=True).get(person_id=person_id)
