"""Accounts with the persons behind them, for stewards."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from weefsel.identity.models import Account, NetworkRole
from weefsel.identity.rules import may_give_roles, may_manage_accounts
from weefsel.kernel.actor import Actor, Role
from weefsel.kernel.paging import PAGE_SIZE, Page
from weefsel.kernel.refusals import NotFound
from weefsel.kernel.topics import without_accents
from weefsel.people.models import Person


@dataclass(frozen=True, slots=True)
class AccountCard:
    """An account: whose, since when, and whether it may sign in. ``has_left`` is said of its person."""

    account_id: int
    email: str
    name: str
    handle: str
    since: datetime
    is_active: bool
    has_left: bool
    is_oneself: bool


@dataclass(frozen=True, slots=True)
class RoleHolder:
    """Somebody who has a role of the network."""

    account_id: int
    name: str
    email: str
    role: str
    since: datetime


def accounts(actor: Actor, words: str = "", after: int | None = None) -> Page[AccountCard]:
    """Accounts found by a part of name or address, oldest first. ``NotFound`` for all but stewards. Two statements."""
    if not actor.is_somebody or not may_manage_accounts(actor):
        raise NotFound(_("There is nothing at this address."))
    rows = Account.objects.order_by("id")
    sought = words.strip()[:100]
    if sought:
        rows = rows.filter(Q(email__icontains=sought) | Q(person__search_name__contains=without_accents(sought)))
    if after:
        rows = rows.filter(pk__gt=after)
    found = list(rows[: PAGE_SIZE + 1])
    persons = _persons_of(row.pk for row in found)
    cards = [_card(actor, row, persons.get(row.pk)) for row in found[:PAGE_SIZE]]
    return Page(cards, str(cards[-1].account_id) if len(found) > PAGE_SIZE else "")


def account_of_email(actor: Actor, email: str) -> int:
    """The account with this address, for giving it a role. Raises ``NotFound``. One statement."""
    allowed = may_give_roles(actor)
    found = (
        Account.objects.filter(email__iexact=email.strip()).values_list("pk", flat=True).first() if allowed else None
    )
    if found is None:
        raise NotFound(_("Nobody with this address has signed in yet. Invite them first."))
    return found


def role_holders(actor: Actor) -> list[RoleHolder]:
    """Everybody with a role of the network. Raises ``NotFound`` for all but stewards. Two statements."""
    if not actor.is_steward:
        raise NotFound(_("There is nothing at this address."))
    rows = list(NetworkRole.objects.select_related("account").order_by("role", "since", "id"))
    persons = _persons_of(row.account_id for row in rows)
    order = [role.value for role in Role]
    holders = [
        RoleHolder(
            account_id=row.account_id,
            name=persons[row.account_id].name if row.account_id in persons else row.account.email,
            email=row.account.email,
            role=row.role,
            since=row.since,
        )
        for row in rows
    ]
    return sorted(holders, key=lambda holder: order.index(holder.role))


def _persons_of(account_ids: Iterable[int]) -> dict[int, Person]:
    persons = Person.objects.filter(account_id__in=list(account_ids))
    return {person.account_id: person for person in persons if person.account_id is not None}


def _card(actor: Actor, row: Account, person: Person | None) -> AccountCard:
    return AccountCard(
        account_id=row.pk,
        email=row.email,
        name=person.name if person else row.email,
        handle=person.handle if person else "",
        since=row.created_at,
        is_active=row.is_active,
        has_left=person is not None and person.left_on is not None,
        is_oneself=row.pk == actor.account_id,
    )
