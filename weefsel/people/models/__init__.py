from weefsel.people.models.network import Network
from weefsel.people.models.organisation import Organisation, OrganisationDomain
from weefsel.people.models.person import AskMeAbout, Follow, Person
from weefsel.people.models.sync_run import SyncRun
from weefsel.people.models.unit import Unit, UnitClosure

__all__ = [
    "AskMeAbout",
    "Follow",
    "Network",
    "Organisation",
    "OrganisationDomain",
    "Person",
    "SyncRun",
    "Unit",
    "UnitClosure",
]
