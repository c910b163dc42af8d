"""Who is in an export: people, guests and bots, found here by e-mail or made placeholders."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.people.commands.choose_organisation import choose_organisation
from weefsel.people.commands.import_person import ImportedPerson, Met, import_person
from weefsel.people.queries.people_of_source import people_of_source
from weefsel.people.terms import PersonKind
from weefsel.transfer.slack.account import Account

SOURCE = "slack"


@dataclass(slots=True)
class Folk:
    """People and bots of an export by their ids there: who they are here, and what they are called."""

    ids: dict[str, int] = field(default_factory=dict)
    handles: dict[str, str] = field(default_factory=dict)
    plain: dict[str, str] = field(default_factory=dict)
    owners: set[str] = field(default_factory=set)


class Census:
    """Meets each user and bot of an export once. ``dry`` looks without making anybody."""

    def __init__(self, actor: Actor, account: Account, *, dry: bool) -> None:
        self._actor = actor
        self._account = account
        self._dry = dry
        self.folk = Folk()

    def meet_users(self, users: list[dict[str, Any]]) -> None:
        emails = Counter(_email(user) for user in users)
        for user in users:
            key = str(user.get("id") or "")
            if not key:
                self._account.skip("person", _("it has no id"))
                self._account.read["people"] += 1
                continue
            is_bot = bool(user.get("is_bot")) or key == "USLACKBOT"
            email = _email(user)
            if emails[email] > 1 or user.get("deleted") or is_bot:
                email = (
                    ""  # an address that several share, or that nobody has any more, lets nobody claim another's words
                )
            self._meet(key, _name(user), email=email, title=_title(user), is_bot=is_bot, is_guest=_is_guest(user))

    def meet_bot(self, bot_id: str, name: str) -> None:
        if bot_id not in self.folk.ids:
            self._meet(bot_id, name or bot_id, is_bot=True)

    def finish(self) -> Folk:
        """Learn the handles of everybody who was met. One statement."""
        names = people_of_source(self._actor, person_ids=set(self.folk.ids.values()))
        self.folk.handles = {key: names[pk] for key, pk in self.folk.ids.items() if pk in names}
        return self.folk

    def _meet(
        self, key: str, name: str, *, email: str = "", title: str = "", is_bot: bool = False, is_guest: bool = False
    ) -> None:
        what = "bots" if is_bot else "people"
        self._account.read[what] += 1
        self.folk.plain[key] = name
        organisation = choose_organisation(self._actor, email=email, is_guest=is_guest, dry_run=self._dry)
        person_id, met = import_person(
            self._actor,
            person=ImportedPerson(
                source=SOURCE,
                source_key=key,
                name=name,
                organisation_id=organisation,
                email=email,
                job_title=title,
                kind=PersonKind.BOT if is_bot else PersonKind.PLACEHOLDER,
            ),
            dry_run=self._dry,
        )
        self.folk.ids[key] = person_id or -len(self.folk.ids) - 1  # a trial run numbers whom it does not make
        (self._account.imported if met is Met.NEW else self._account.unchanged)[what] += 1
        self._account.matched += met is Met.BY_EMAIL


def _profile(user: Mapping[str, Any]) -> Mapping[str, Any]:
    profile = user.get("profile")
    return profile if isinstance(profile, dict) else {}


def _name(user: Mapping[str, Any]) -> str:
    profile = _profile(user)
    return str(
        profile.get("real_name")
        or user.get("real_name")
        or profile.get("display_name")
        or user.get("name")
        or user["id"]
    )


def _email(user: Mapping[str, Any]) -> str:
    return str(_profile(user).get("email") or "").strip().lower()


def _title(user: Mapping[str, Any]) -> str:
    return str(_profile(user).get("title") or "")


def _is_guest(user: Mapping[str, Any]) -> bool:
    return bool(user.get("is_restricted") or user.get("is_ultra_restricted") or user.get("is_stranger"))
