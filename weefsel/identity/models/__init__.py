from weefsel.identity.models.account import Account
from weefsel.identity.models.invitation import Invitation, SignInLink
from weefsel.identity.models.letter import Letter
from weefsel.identity.models.role import NetworkRole
from weefsel.identity.models.session import Session

__all__ = ["Account", "Invitation", "Letter", "NetworkRole", "Session", "SignInLink"]
