"""Who stands behind an e-mail address, asked at the door."""

from weefsel.identity.rules import may_open_accounts
from weefsel.kernel.actor import Actor
from weefsel.people.models import Person
from weefsel.people.rules import may_come_in


def is_somebody_who_may_come_in(actor: Actor, email: str) -> bool:
    """Whether a code for this address would let a person in, with an account or not yet. At most two statements."""
    person = (
        Person.objects.filter(email__iexact=email.strip(), left_on=None).select_related("account").first()
        if may_open_accounts(actor)
        else None
    )
    if person is None or (person.account is not None and not person.account.is_active):
        return False
    return may_come_in(person)


def is_account_of_who_may_come_in(actor: Actor, email: str, account_id: int) -> bool:
    """Whether this account is that of the person who has the address now. At most three statements."""
    theirs = Person.objects.filter(email__iexact=email.strip(), account_id=account_id)
    return theirs.exists() and is_somebody_who_may_come_in(actor, email)
