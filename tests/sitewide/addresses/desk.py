"""Addresses of the steward's desk, and of the doors that the shell keeps."""

from tests.sitewide.addresses.visit import Visit, Visits, door, page
from tests.sitewide.stage import NOBODY, STEWARD, Stage

ABSENT = 10**15
COUNCIL = frozenset({"works council"})


def _with(name: str, values: tuple[str, ...], takes: str = "POST") -> Visits:
    """Something on the desk by its number: ``values`` is the way to it from the stage."""

    def visits(stage: Stage) -> list[Visit]:
        thing: object = stage
        for part in values:
            thing = getattr(thing, part)
        return [Visit({name: thing}, who=STEWARD, takes=takes), Visit({name: ABSENT}, who=NOBODY, takes=takes)]

    return visits


def _letter(stage: Stage) -> list[Visit]:
    """Only an invitation can be read again, to help who did not get it."""
    return [
        Visit({"letter_id": stage.invitation_letter.pk}, who=STEWARD),
        Visit({"letter_id": stage.letter.pk}, who=NOBODY),
        Visit({"letter_id": ABSENT}, who=NOBODY),
    ]


def _role(stage: Stage) -> list[Visit]:
    account = stage.scene.account("works council")
    return [Visit({"account_id": account, "role": "works_council"}, who=STEWARD, takes="POST")]


def _link(stage: Stage) -> list[Visit]:
    return [Visit({"token": "never-sent"}, is_door=True)]


def _language(stage: Stage) -> list[Visit]:
    """A stranger chooses a language; one that is none does not exist."""
    return [Visit({"code": "nl"}, is_door=True), Visit({"code": "tlh"}, is_door=True)]


def _as(stage: Stage) -> list[Visit]:
    """Signing in by choosing a person is for demonstrations alone."""
    return [Visit({"handle": "member"}, takes="POST", is_door=True)]


DESK: dict[str, Visits] = {
    "set_up": door("code=wrong"),
    "account_login": door("next=/inbox/"),
    "account_request_login_code": door(),
    "account_confirm_login_code": door(),
    "speak": _language,
    "sign_in_link": _link,
    "sign_in_as": _as,
    "invitation": _link,
    "settings": page(),
    "steward": page(who=STEWARD),
    "letters": page("before=1", who=STEWARD),
    "letter": _letter,
    "send_letter_again": _with("letter_id", ("letter", "pk")),
    "accounts": page("q=qq", "after=1", who=STEWARD),
    "disable_account": _with("account_id", ("keeper", "account_id")),
    "enable_account": _with("account_id", ("keeper", "account_id")),
    "reset_second_factors": _with("account_id", ("keeper", "account_id")),
    "invitations": page("before=1", who=STEWARD),
    "invite_again": _with("invitation_id", ("newcomer", "pk")),
    "withdraw_network_invitation": _with("invitation_id", ("newcomer", "pk")),
    "roles": page(who=STEWARD),
    "take_role": _role,
    "audit_trail": page("before=1", who=STEWARD | COUNCIL),
    "seals": page(who=STEWARD),
    "network_settings": page(who=STEWARD),
}
