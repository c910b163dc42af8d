"""The organisations, units and people of Lindewever."""

from datetime import date

from weefsel.config.demo.reading import SOURCE, rows
from weefsel.kernel.actor import Actor
from weefsel.people.commands.import_hierarchy import (
    ImportedColleague,
    ImportedOrganisation,
    ImportedUnit,
    import_hierarchy,
)


def load_people(actor: Actor) -> dict[str, int]:
    """Everybody, by the id they have in the files."""
    return import_hierarchy(
        actor,
        source=SOURCE,
        organisations=[
            ImportedOrganisation(r["id"], r["name"], r["kind"], r["domain"]) for r in rows("organisations.csv")
        ],
        units=[ImportedUnit(r["id"], r["name"], r["parent"], r["site"].title()) for r in rows("units.csv")],
        people=[_colleague(r) for r in rows("people.csv")],
    )


def _colleague(row: dict[str, str]) -> ImportedColleague:
    return ImportedColleague(
        key=row["id"],
        given_name=row["given_name"],
        family_name=row["family_name"],
        email=row["email"],
        job_title=row["job_title"],
        organisation_key=row["organisation"],
        unit_key=row["unit"],
        manager_key=row["manager"],
        site=row["site"].title(),
        language=row["language"],
        started_on=date.fromisoformat(row["started_on"]) if row["started_on"] else None,
        own_words=row["about"],
        topics=tuple(t for t in row["topics"].split(";") if t),
    )
