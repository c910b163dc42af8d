import pytest
from allauth.mfa.models import Authenticator

from weefsel.audit.models import Entry
from weefsel.identity.commands.change_account_email import change_account_email
from weefsel.identity.commands.change_preferences import change_preferences
from weefsel.identity.commands.create_account import create_account
from weefsel.identity.commands.disable_account import disable_account
from weefsel.identity.commands.enable_account import enable_account
from weefsel.identity.commands.give_role import give_role
from weefsel.identity.commands.reset_second_factors import reset_second_factors
from weefsel.identity.commands.take_role import take_role
from weefsel.identity.models import Account, NetworkRole
from weefsel.identity.testing import make_account, make_role
from weefsel.kernel.actor import STRANGER, Actor, Power, Role, acting_job
from weefsel.kernel.refusals import Conflict, Invalid, NotAllowed, NotFound

pytestmark = pytest.mark.django_db
DOOR = acting_job(Power.SIGN_IN_LINK)


@pytest.fixture
def els() -> Actor:
    account = make_account("els@home.example")
    make_role(account, Role.STEWARD)
    return Actor(account_id=account.pk, person_id=1, is_employee=True, roles=frozenset({Role.STEWARD}))


def deeds() -> list[str]:
    return list(Entry.objects.order_by("id").values_list("deed", flat=True))


def test_a_role_is_given_and_taken_once_and_both_are_recorded(els: Actor) -> None:
    account = make_account()
    for _twice in range(2):
        give_role(els, account_id=account.pk, role=Role.MODERATOR)
    for _twice in range(2):
        take_role(els, account_id=account.pk, role=Role.MODERATOR)
    assert deeds() == ["role_given", "role_taken"]
    assert not NetworkRole.objects.filter(account=account).exists()


def test_the_last_steward_stays_also_when_the_other_is_disabled(els: Actor) -> None:
    other = make_account()
    with pytest.raises(Conflict):
        take_role(els, account_id=els.account_id or 0, role=Role.STEWARD)
    give_role(els, account_id=other.pk, role=Role.STEWARD)
    disable_account(els, account_id=other.pk)
    with pytest.raises(Conflict):
        take_role(els, account_id=els.account_id or 0, role=Role.STEWARD)
    enable_account(els, account_id=other.pk)
    take_role(els, account_id=els.account_id or 0, role=Role.STEWARD)
    assert list(NetworkRole.objects.values_list("account_id", flat=True)) == [other.pk]


def test_nobody_disables_themselves_or_the_last_steward(els: Actor) -> None:
    with pytest.raises(Conflict):
        disable_account(els, account_id=els.account_id or 0)
    with pytest.raises(Conflict):
        disable_account(acting_job(Power.SYNC_PEOPLE), account_id=els.account_id or 0)


def test_disabling_raises_the_version_and_both_ways_are_recorded(els: Actor) -> None:
    account = make_account()
    disable_account(els, account_id=account.pk)
    account.refresh_from_db()
    assert (account.is_active, account.auth_version) == (False, 2)
    enable_account(els, account_id=account.pk)
    assert deeds() == ["account_disabled", "account_enabled"]


def test_a_steward_resets_a_lost_second_step_but_not_their_own(els: Actor) -> None:
    account = make_account()
    Authenticator.objects.create(user=account, type="totp", data={"secret": "x"})
    reset_second_factors(els, account_id=account.pk)
    assert Authenticator.objects.count() == 0
    assert deeds() == ["second_factors_reset"]
    with pytest.raises(Conflict):
        reset_second_factors(els, account_id=els.account_id or 0)


def test_others_find_no_account_to_change() -> None:
    account = make_account()
    ana = Actor(account_id=account.pk, person_id=1, is_employee=True)
    for deed in (disable_account, enable_account, reset_second_factors):
        with pytest.raises(NotFound):
            deed(ana, account_id=account.pk)
    with pytest.raises(NotFound):
        give_role(ana, account_id=account.pk, role=Role.STEWARD)
    with pytest.raises(NotFound):
        take_role(ana, account_id=account.pk, role=Role.STEWARD)


def test_a_role_that_does_not_exist_is_not_given(els: Actor) -> None:
    with pytest.raises(Invalid):
        give_role(els, account_id=make_account().pk, role="emperor")


def test_an_account_is_made_once_for_an_address_in_any_case() -> None:
    first = create_account(DOOR, email="Ana@Home.example", language="nl")
    assert create_account(DOOR, email="ana@home.example") == first
    account = Account.objects.get(pk=first)
    assert (account.email, account.language, account.has_usable_password()) == ("ana@home.example", "nl", False)
    with pytest.raises(NotAllowed):
        create_account(STRANGER, email="ana@home.example")


def test_an_address_changes_unless_somebody_else_has_it(els: Actor) -> None:
    account, other = make_account("a@home.example"), make_account("b@home.example")
    change_account_email(els, account_id=account.pk, email="c@home.example")
    account.refresh_from_db()
    assert account.email == "c@home.example"
    with pytest.raises(Conflict):
        change_account_email(els, account_id=account.pk, email=other.email.upper())
    with pytest.raises(NotAllowed):
        change_account_email(STRANGER, account_id=account.pk, email="d@home.example")


def test_preferences_are_ones_own_and_of_what_there_is() -> None:
    account = make_account()
    ana = Actor(account_id=account.pk)
    change_preferences(ana, language="nl", time_zone="Europe/Berlin", theme="dark")
    account.refresh_from_db()
    assert (account.language, account.time_zone, account.theme) == ("nl", "Europe/Berlin", "dark")
    with pytest.raises(Invalid) as refused:
        change_preferences(ana, language="xx", time_zone="../etc/passwd", theme="pink")
    assert set(refused.value.fields) == {"language", "time_zone", "theme"}
    with pytest.raises(NotAllowed):
        change_preferences(STRANGER, language="nl", time_zone="UTC", theme="dark")
