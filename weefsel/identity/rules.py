"""Who may do what with accounts, roles, invitations, letters and sign-in sessions."""

from django.utils.translation import gettext as _

from weefsel.identity.models import Account, Invitation, Letter, Session
from weefsel.identity.tokens import public_id
from weefsel.kernel.actor import Actor, Power
from weefsel.kernel.refusals import NotFound


def may_send_letter(actor: Actor) -> bool:
    """Jobs that mail, and stewards."""
    return actor.is_steward or actor.has(Power.SEND_MAIL)


def may_deliver_letters(actor: Actor) -> bool:
    """The job that mails, alone."""
    return actor.has(Power.SEND_MAIL)


def may_forget_old_rows(actor: Actor) -> bool:
    """The job that sweeps."""
    return actor.has(Power.SWEEP)


def may_read_letters(actor: Actor) -> bool:
    """To whom, when and in which state: stewards. The text only of invitations."""
    return actor.is_steward


def may_make_sign_in_link(actor: Actor) -> bool:
    """The operator's command, set-up and the demonstration."""
    return actor.has(Power.SIGN_IN_LINK) or actor.has(Power.SET_UP) or actor.has(Power.DEMONSTRATE)


def may_open_accounts(actor: Actor) -> bool:
    """Whoever has proven an e-mail address at a door acts with this power; so do set-up and the demonstration."""
    return actor.has(Power.SIGN_IN_LINK) or actor.has(Power.SET_UP) or actor.has(Power.DEMONSTRATE)


def may_invite(actor: Actor) -> bool:
    """Stewards."""
    return actor.is_steward


def may_give_roles(actor: Actor) -> bool:
    """Stewards, set-up and the demonstration."""
    return actor.is_steward or actor.has(Power.SET_UP) or actor.has(Power.DEMONSTRATE)


def may_manage_accounts(actor: Actor) -> bool:
    """Stewards; the people sync, for those who have left or have another address; and the operator."""
    return actor.is_steward or actor.has(Power.SYNC_PEOPLE) or actor.has(Power.OPERATE)


def may_change_preferences(actor: Actor) -> bool:
    """One's own alone."""
    return actor.account_id is not None


def may_end_session(actor: Actor, session: Session) -> bool:
    """One's own alone."""
    return actor.account_id is not None and session.account_id == actor.account_id


def known_account(actor: Actor, account_id: int) -> Account:
    """The account, for those who manage accounts or roles. Raises ``NotFound`` for everybody else. One statement."""
    allowed = may_manage_accounts(actor) or may_give_roles(actor)
    account = Account.objects.filter(pk=account_id).first() if allowed else None
    if account is None:
        raise NotFound(_("There is no such account here."))
    return account


def known_letter(actor: Actor, letter_id: int) -> Letter:
    """The letter, for stewards and the job that sends it. Raises ``NotFound`` for everybody else. One statement."""
    allowed = may_read_letters(actor) or may_deliver_letters(actor)
    letter = Letter.objects.filter(pk=letter_id).first() if allowed else None
    if letter is None:
        raise NotFound(_("There is no such letter here."))
    return letter


def known_invitation(actor: Actor, invitation_id: int) -> Invitation:
    """The invitation, for those who invite. Raises ``NotFound`` for everybody else. One statement."""
    invitation = Invitation.objects.filter(pk=invitation_id).first() if may_invite(actor) else None
    if invitation is None:
        raise NotFound(_("There is no such invitation here."))
    return invitation


def seen_session(actor: Actor, session_id: str) -> Session:
    """One's own sign-in session by its public id. Raises ``NotFound`` for any other. One statement."""
    mine = Session.objects.filter(account_id=actor.account_id) if actor.account_id else Session.objects.none()
    session = next((row for row in mine if public_id(row.session_key) == session_id), None)
    if session is None:
        raise NotFound(_("There is no such sign-in here."))
    return session


def seen_own_account(actor: Actor) -> Account:
    """The actor's own account. Raises ``NotFound`` for strangers and jobs. One statement."""
    account = Account.objects.filter(pk=actor.account_id or 0).first()
    if account is None:
        raise NotFound(_("There is no such account here."))
    return account
