"""Whom the demonstration offers to sign in as, and what they have seen so far."""

import json
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext_noop as _

from weefsel.config.demo.reading import Calendar
from weefsel.identity.commands.give_role import give_role
from weefsel.kernel.actor import Actor, Role
from weefsel.kernel.ids import id_floor
from weefsel.people.commands.finish_welcome import finish_welcome
from weefsel.people.commands.follow_person import follow_person
from weefsel.people.commands.open_account import open_account
from weefsel.posts.commands.mark_seen import mark_seen
from weefsel.shell.door import PEOPLE_FILE

# Handle and sentence; the sentence is translated where it is shown.
FACES = (
    ("marie-vanhoutte", _("Process engineer in Kortrijk. Asks before she tries, and reads what other plants learnt.")),
    ("jonas-deprez", _("Leads nine weavers in Kortrijk. Reads his home to its end in four minutes, and closes it.")),
    ("sofie-vandermeersch", _("Managing director. Wants to hear what people really think.")),
    ("ahmed-belkacem", _("Warehouse. No desk, a good memory, and a phone.")),
    ("olena-kovalenko", _("Operates a needle loom in Gent. Came last year; her first visit is yours.")),
    ("els-wyffels", _("HR, and one of the team that helps everybody find the way.")),
    ("petra-hendrickx", _("A customer. Sees the communities that she shares with Lindewever, and nothing else.")),
    ("luc-delvaux", _("A supplier. Answers questions about yarn, and about nothing else.")),
    ("tom-verlinden", _("IT, and steward: people, imports, invitations and letters are his desk.")),
)
NEWCOMER = "olena-kovalenko"
ROLES = {"els-wyffels": Role.ADOPTION, "maya-jacobs": Role.ADOPTION, "carine-dewaele": Role.WORKS_COUNCIL}
FOLLOWS = {
    "marie-vanhoutte": ("jonas-deprez", "sofie-vandermeersch", "rik-ghekiere"),
    "jonas-deprez": ("rik-ghekiere", "sofie-vandermeersch"),
    "els-wyffels": ("sofie-vandermeersch", "carine-dewaele"),
}
LAST_VISIT = "-5d 17:10"
HOME_DOMAIN = "@lindewever.example"


def open_doors(actor: Actor, people: dict[str, int], emails: dict[str, str], calendar: Calendar) -> None:
    """Give the offered people accounts, what they have seen, whom they follow, and a place at the door."""
    last_visit = calendar.moment(LAST_VISIT)
    for handle in [*(face for face, _sentence in FACES), *ROLES]:
        account_id = open_account(actor, email=emails[handle])
        if handle in ROLES:
            give_role(actor, account_id=account_id, role=ROLES[handle])
        person = Actor(
            account_id=account_id, person_id=people[handle], is_employee=emails[handle].endswith(HOME_DOMAIN)
        )
        if handle != NEWCOMER:
            finish_welcome(person)
            mark_seen(person, until_id=id_floor(last_visit), seen_at=last_visit)
        for followed in FOLLOWS.get(handle, ()):
            follow_person(person, person_id=people[followed])
    listed = [{"handle": handle, "sentence": sentence} for handle, sentence in FACES]
    (Path(settings.HOME) / PEOPLE_FILE).write_text(json.dumps({"people": listed}, indent=1))
