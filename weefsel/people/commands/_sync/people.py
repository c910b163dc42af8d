"""Who a row speaks of: found by employee number, then by e-mail, among the people that stand here."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from weefsel.people.commands._sync.rows import Row, Said
from weefsel.people.models import Person
from weefsel.people.names import plain_name
from weefsel.people.terms import PersonKind


@dataclass(slots=True)
class Match:
    """A row and the person it speaks of; nobody yet when they are new."""

    row: Row
    person: Person | None


@dataclass(slots=True)
class Register:
    """The people that stand here, by what they are recognised by, and the rows that were taken so far."""

    home_id: int
    people: dict[int, Person] = field(default_factory=dict)
    _by_id: dict[str, Person] = field(default_factory=dict)
    _by_email: dict[str, Person] = field(default_factory=dict)
    _holds: dict[str, Person] = field(default_factory=dict)
    _line_of: dict[tuple[str, str], int] = field(default_factory=dict)
    _taken: dict[int, int] = field(default_factory=dict)
    _mentioned: set[int] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, home_id: int, people: Iterable[Person]) -> "Register":
        register = cls(home_id, {person.pk: person for person in people})
        for person in register.people.values():
            if person.employee_id:
                register._by_id[person.employee_id.casefold()] = person
            if person.email:
                register._holds[person.email.lower()] = person
                register._by_email[person.email.lower()] = register._meant(person)
        return register

    def _meant(self, person: Person) -> Person:
        """A placeholder that stands for somebody is that person."""
        return self.people.get(person.stands_for_id or person.pk, person)

    def match(self, row: Row) -> Match | Said:
        """Whom the row speaks of, or why it is refused whole."""
        twice = self._twice(row)
        if twice:
            return Said(row.line, twice)
        person = self._by_id.get(row.employee_id.casefold()) if row.employee_id else None
        holder = self._by_email.get(row.email) if row.email else None
        person = person or holder
        refused = (self._cannot_be(person) or self._is_another(person, row)) if person else ""
        if person and not refused and person.pk in self._taken:
            sentence = _("This is %(name)s, who already stands on line %(line)s.")
            refused = sentence % {"name": person.name, "line": self._taken[person.pk]}
        if refused:
            return Said(row.line, refused)
        if person:
            self._taken[person.pk] = row.line
        return Match(row, person)

    def _twice(self, row: Row) -> str:
        known = [("id", row.employee_id.casefold()), ("email", row.email)]
        known = [key for key in known if key[1]]
        for key in known:
            if key in self._line_of:
                what = row.employee_id if key[0] == "id" else row.email
                sentence = _("“%(what)s” already stands on line %(line)s. Each person has one row and one address.")
                return sentence % {"what": what, "line": self._line_of[key]}
        self._line_of.update(dict.fromkeys(known, row.line))
        return ""

    def _cannot_be(self, person: Person) -> str:
        if person.kind == PersonKind.BOT:
            return _("“%(email)s” belongs to a bot here.") % {"email": person.email}
        if person.organisation_id != self.home_id and person.kind == PersonKind.ORDINARY:
            return _("“%(email)s” belongs to %(name)s of another organisation.") % {
                "email": person.email,
                "name": person.name,
            }
        return ""

    def _is_another(self, person: Person, row: Row) -> str:
        """An address that was given on is no person: with it would go an account, roles and memberships.

        Another employee number with the same address is the same person only if they are still here, are called the
        same, and their own number stands in no other row.
        """
        number = person.employee_id.casefold()
        if not number or not row.employee_id or number == row.employee_id.casefold():
            return ""
        is_called_the_same = not row.name or plain_name(row.name) == plain_name(person.name)
        if is_called_the_same and person.left_on is None and number not in self.numbers:
            return ""
        sentence = _(
            "“%(email)s” belongs to %(name)s here, who has another employee number. Give them another address first."
        )
        return sentence % {"email": row.email, "name": person.name}

    def is_taken(self, person: Person) -> bool:
        return person.pk in self._taken

    def mention(self, row: Row) -> None:
        """Note whom a refused row speaks of, so that nobody is thought to be missing."""
        for person in (self._by_id.get(row.employee_id.casefold()), self._by_email.get(row.email)):
            if person is not None:
                self._mentioned.add(person.pk)

    def in_line(self) -> list[Person]:
        """Who has a place in the reporting line: ordinary people of the home organisation."""
        return [p for p in self.people.values() if p.organisation_id == self.home_id and p.kind == PersonKind.ORDINARY]

    def missing(self) -> list[Person]:
        """Who is in the line, has not left, and of whom no row speaks."""
        told = self._mentioned | self._taken.keys()
        return [person for person in self.in_line() if person.left_on is None and person.pk not in told]

    def address_held(self, match: Match, wanted: dict[int, str]) -> str:
        """Say whose address the row wants, when they keep it. ``wanted`` has the address each person will have.

        The address of a placeholder that stands for the person stays with the placeholder.
        """
        holder = self._holds.get(match.row.email)
        if holder is None or match.person is None or holder.pk == match.person.pk:
            return ""
        if holder.stands_for_id == match.person.pk:
            match.row.email = ""
            return ""
        if wanted.get(holder.pk, match.row.email) != match.row.email:
            return ""
        sentence = _("“%(email)s” belongs to %(name)s here. Give them another address first, or in this file.")
        return sentence % {"email": match.row.email, "name": holder.name}
