from weefsel.kernel.actor import Actor
from weefsel.posts.models import Home


def own_storyline(actor: Actor) -> int | None:
    """The home in which the actor writes on their own storyline; nobody from outside has one. One statement."""
    if not actor.is_employee:
        return None
    return Home.objects.filter(person_id=actor.person_id or 0).values_list("pk", flat=True).first()
