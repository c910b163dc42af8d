"""Who acts: every public command and query takes an actor first."""

from dataclasses import dataclass, field
from enum import StrEnum


class Eye(StrEnum):
    """Whose eye reads: somebody of the home organisation, or anybody else."""

    INSIDE = "inside"
    OUTSIDE = "outside"


class Door(StrEnum):
    """The way by which a deed came in; the audit trail keeps it."""

    WEB = "web"
    API = "api"
    COMMAND = "command"
    JOB = "job"


class Role(StrEnum):
    """What a person may be for the whole network."""

    STEWARD = "steward"
    MODERATOR = "moderator"
    ADOPTION = "adoption"
    WORKS_COUNCIL = "works_council"


class Power(StrEnum):
    """What a job or a command of the operator may do without being a person."""

    SYNC_PEOPLE = "sync_people"
    IMPORT = "import"
    NOTIFY = "notify"
    SEND_MAIL = "send_mail"
    SEAL_AUDIT = "seal_audit"
    SET_UP = "set_up"
    SIGN_IN_LINK = "sign_in_link"
    DEMONSTRATE = "demonstrate"
    SWEEP = "sweep"
    OPERATE = "operate"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody, or a job with named powers, at one moment.

    ``person_id`` is empty for strangers and jobs. ``is_employee`` says that the person belongs to the home organisation
    and has not left. Everything here was read in this request, so a role that was taken away is gone at once.
    """

    door: Door = Door.WEB
    account_id: int | None = None
    person_id: int | None = None
    organisation_id: int | None = None
    is_employee: bool = False
    roles: frozenset[Role] = frozenset()
    powers: frozenset[Power] = frozenset()
    language: str = "en"
    time_zone: str = "UTC"
    name: str = field(default="", compare=False)

    @property
    def eye(self) -> Eye:
        return Eye.INSIDE if self.is_employee else Eye.OUTSIDE

    @property
    def is_somebody(self) -> bool:
        """A signed-in person, of whatever organisation."""
        return self.person_id is not None

    @property
    def is_external(self) -> bool:
        return self.person_id is not None and not self.is_employee

    @property
    def is_steward(self) -> bool:
        return self.is_employee and Role.STEWARD in self.roles

    def has(self, power: Power) -> bool:
        return power in self.powers


STRANGER = Actor()


def acting_job(*powers: Power, door: Door = Door.JOB) -> Actor:
    """The actor of a job or of an operator's command: nobody, with just these powers."""
    return Actor(door=door, powers=frozenset(powers))
