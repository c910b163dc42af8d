"""Fill a new database with Lindewever."""

from datetime import date

from weefsel.communities.commands.ask_to_join import ask_to_join
from weefsel.config.demo.communities import load_communities, pending
from weefsel.config.demo.faces import open_doors
from weefsel.config.demo.people import load_people
from weefsel.config.demo.reading import Calendar, rows
from weefsel.config.demo.threads import load_threads
from weefsel.kernel.actor import Actor, Power, acting_job
from weefsel.people.queries.organisations_of_source import organisations_of_source
from weefsel.shell.commands.set_up_network import set_up_network

DEMONSTRATOR = acting_job(Power.SET_UP, Power.DEMONSTRATE, Power.IMPORT)


def load_demonstration(today: date) -> dict[str, int]:
    """Set the network up and bring in everything of the files, with moments relative to ``today``.

    All of it through the commands of the product. Says how many people, communities, posts and requests. A few seconds.
    """
    calendar = Calendar(today)
    emails = {r["id"]: r["email"] for r in rows("people.csv")}
    set_up_network(
        DEMONSTRATOR,
        name="Lindewever",
        steward_email=emails["tom-verlinden"],
        steward_name="Tom Verlinden",
        language="nl",
        home_domain="lindewever.example",
        time_zone="Europe/Brussels",
    )
    people = load_people(DEMONSTRATOR)
    organisations = organisations_of_source(DEMONSTRATOR, names={r["id"]: r["name"] for r in rows("organisations.csv")})
    communities = load_communities(DEMONSTRATOR, people, organisations, calendar)
    posts = load_threads(DEMONSTRATOR, people, communities, calendar)
    waiting = pending(people, communities)
    for person_id, community_id in waiting:
        ask_to_join(Actor(person_id=person_id, is_employee=True), community_id=community_id)
    open_doors(DEMONSTRATOR, people, emails, calendar)
    return {"people": len(people), "communities": len(communities), "posts": posts, "requests": len(waiting)}
