"""Who is meant by what the file says of a manager: by address, by number, or by a name that only one person bears."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from weefsel.kernel.topics import without_accents
from weefsel.people.commands._sync.rows import Row


def _form(name: str) -> str:
    return " ".join(without_accents(name).split())


@dataclass(slots=True)
class Managers:
    """Everybody who may be named as somebody's manager, by a key: the person's id, or below zero who is new."""

    _by_email: dict[str, int] = field(default_factory=dict)
    _by_number: dict[str, int] = field(default_factory=dict)
    _by_name: dict[str, set[int]] = field(default_factory=dict)

    def add(self, key: int, *, email: str, number: str, names: Iterable[str]) -> None:
        """Somebody; added later, what they are called replaces whoever bore it before."""
        if email:
            self._by_email[email.lower()] = key
        if number:
            self._by_number[number.casefold()] = key
        for name in {_form(name) for name in names if name}:
            self._by_name.setdefault(name, set()).add(key)

    def named_by(self, row: Row) -> tuple[int | None, str]:
        """The manager's key, and what to warn of. Nobody and no warning: the file says that there is none."""
        said = [word for word in (row.manager_email, row.manager_id, row.manager) if word]
        found: set[int] = set()
        for word in said:
            found = self._meant_by(word)
            if len(found) == 1:
                return next(iter(found)), ""
        if not said:
            return None, ""
        if found:
            sentence = _("Several people are called “%(said)s”; name the manager by e-mail or employee number.")
        else:
            sentence = _("The manager “%(said)s” is nobody in this file or in the network.")
        return None, sentence % {"said": said[0][:120]}

    def _meant_by(self, word: str) -> set[int]:
        if word.lower() in self._by_email:
            return {self._by_email[word.lower()]}
        if word.casefold() in self._by_number:
            return {self._by_number[word.casefold()]}
        family, comma, given = word.partition(",")
        return self._by_name.get(_form(f"{given} {family}" if comma else word), set())
