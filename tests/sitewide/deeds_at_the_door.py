"""One call of each command of accounts, the door, set-up and the trail, as whoever acts would give it in the scene."""

from tests.sitewide.scene import Deed, Scene, another_account
from weefsel.audit.commands.seal_entries import seal_entries
from weefsel.identity.commands.change_account_email import change_account_email
from weefsel.identity.commands.change_preferences import change_preferences
from weefsel.identity.commands.create_account import create_account
from weefsel.identity.commands.deliver_letter import deliver_letter
from weefsel.identity.commands.disable_account import disable_account
from weefsel.identity.commands.enable_account import enable_account
from weefsel.identity.commands.end_other_sessions import end_other_sessions
from weefsel.identity.commands.end_session import end_session
from weefsel.identity.commands.forget_old_rows import forget_old_rows
from weefsel.identity.commands.give_role import give_role
from weefsel.identity.commands.invite import invite
from weefsel.identity.commands.make_sign_in_link import make_sign_in_link
from weefsel.identity.commands.release_account_emails import release_account_emails
from weefsel.identity.commands.resend_invitation import resend_invitation
from weefsel.identity.commands.resend_letter import resend_letter
from weefsel.identity.commands.reset_second_factors import reset_second_factors
from weefsel.identity.commands.send_letter import send_letter
from weefsel.identity.commands.take_role import take_role
from weefsel.identity.commands.use_invitation import use_invitation
from weefsel.identity.commands.use_sign_in_link import use_sign_in_link
from weefsel.identity.commands.withdraw_network_invitation import withdraw_network_invitation
from weefsel.identity.models import Invitation, Letter, NetworkRole, Session
from weefsel.identity.tokens import public_id
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.people.commands.open_account import open_account
from weefsel.people.commands.welcome_person import welcome_person
from weefsel.shell.commands.accept_invitation import accept_invitation
from weefsel.shell.commands.change_network import change_network
from weefsel.shell.commands.come_in_by_link import come_in_by_link
from weefsel.shell.commands.invite_people import invite_people
from weefsel.shell.commands.set_up_network import set_up_network

BASE = "http://localhost:8000"
NEW = "new-one@lindewever.example"


def _letter(_s: Scene) -> int:
    return Letter.objects.create(
        recipient=NEW, subject="Hello", purpose="invitation", body="Come in", state="failed"
    ).pk


def _invitation(_s: Scene) -> int:
    return Invitation.objects.create(email=NEW, token_hash="a" * 64, expires_at=clock.now()).pk


def _session(_s: Scene, actor: Actor) -> str:
    key = "k" * 32
    Session.objects.create(
        session_key=key, account_id=actor.account_id, auth_version=1, session_data="", expire_date=clock.now()
    )
    return public_id(key)


def _account_with_role(_s: Scene) -> int:
    account = another_account()
    NetworkRole.objects.create(account=account, role="adoption")
    return account.pk


IDENTITY: dict[str, Deed] = {
    "send_letter": lambda s, r, a: send_letter(a, recipient=NEW, subject="Hello", body="Come in", purpose="account"),
    "forget_old_rows": lambda s, r, a: forget_old_rows(a),
    "deliver_letter": lambda s, r, a: deliver_letter(a, letter_id=_letter(s)),
    "resend_letter": lambda s, r, a: resend_letter(a, letter_id=_letter(s)),
    "make_sign_in_link": lambda s, r, a: make_sign_in_link(a, email=s.asked.email),
    "use_sign_in_link": lambda s, r, a: use_sign_in_link(a, token="unknown"),
    "create_account": lambda s, r, a: create_account(a, email=NEW),
    "change_account_email": lambda s, r, a: change_account_email(a, account_id=another_account().pk, email=NEW),
    "release_account_emails": lambda s, r, a: release_account_emails(a, account_ids=[another_account().pk]),
    "change_preferences": lambda s, r, a: change_preferences(a, language="nl", time_zone="UTC", theme="dark"),
    "disable_account": lambda s, r, a: disable_account(a, account_id=another_account().pk),
    "enable_account": lambda s, r, a: enable_account(a, account_id=another_account().pk),
    "reset_second_factors": lambda s, r, a: reset_second_factors(a, account_id=another_account().pk),
    "give_role": lambda s, r, a: give_role(a, account_id=another_account().pk, role="adoption"),
    "take_role": lambda s, r, a: take_role(a, account_id=_account_with_role(s), role="adoption"),
    "end_session": lambda s, r, a: end_session(a, session_id=_session(s, a)),
    "end_other_sessions": lambda s, r, a: end_other_sessions(a, current_key="k" * 32),
    "invite": lambda s, r, a: invite(a, email=NEW, language="en", network="Lindewever", base_url=BASE),
    "resend_invitation": lambda s, r, a: resend_invitation(
        a, invitation_id=_invitation(s), network="Lindewever", base_url=BASE
    ),
    "withdraw_network_invitation": lambda s, r, a: withdraw_network_invitation(a, invitation_id=_invitation(s)),
    "use_invitation": lambda s, r, a: use_invitation(a, token="unknown"),
}
AUDIT: dict[str, Deed] = {"seal_entries": lambda s, r, a: seal_entries(a)}
DOOR_PEOPLE: dict[str, Deed] = {
    "open_account": lambda s, r, a: open_account(a, email=s.asked.email),
    "welcome_person": lambda s, r, a: welcome_person(a, email=NEW, name="New One"),
}
SHELL: dict[str, Deed] = {
    "set_up_network": lambda s, r, a: set_up_network(
        a,
        name="Other",
        steward_email="a@other.example",
        steward_name="A",
        language="en",
        home_domain="other.example",
        time_zone="UTC",
    ),
    "change_network": lambda s, r, a: change_network(
        a,
        name="New name",
        language="en",
        time_zone="UTC",
        hidden_by_stewards_only=True,
        domains=["lindewever.example"],
    ),
    "invite_people": lambda s, r, a: invite_people(a, emails=NEW, language="en", base_url=BASE),
    "accept_invitation": lambda s, r, a: accept_invitation(a, token="unknown", name="New One"),
    "come_in_by_link": lambda s, r, a: come_in_by_link(a, token="unknown"),
}
