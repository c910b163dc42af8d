"""What stands at the door of a network: who proves an address, the code for set-up, and the demonstration's people."""

import ipaddress
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

from weefsel.kernel.actor import Actor, Door, Power, acting_job

AT_THE_DOOR: Actor = acting_job(Power.SIGN_IN_LINK, door=Door.WEB)
CODE_FILE = "set-up-code"
MARK = "demonstration"
PEOPLE_FILE = "demonstration-people.json"
MOST_PEOPLE = 12
_PROXIES_SAY = {"x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via"}


@dataclass(frozen=True, slots=True)
class OfferedPerson:
    """Somebody the demonstration offers to sign in as, with a sentence about them."""

    handle: str
    sentence: str


def set_up_code() -> str:
    """The code that proves who may set this network up: made once, in a file that only the owner of the home reads."""
    path = Path(settings.HOME) / CODE_FILE
    if not path.exists():
        fresh = path.with_name(f"{CODE_FILE}.{os.getpid()}")
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(secrets.token_hex(8) + "\n")
        fresh.rename(path)
    return path.read_text().strip()


def forget_set_up_code() -> None:
    """Once the network stands, the code has done its work."""
    (Path(settings.HOME) / CODE_FILE).unlink(missing_ok=True)


def is_set_up_code(given: str) -> bool:
    return secrets.compare_digest(given.strip().encode("utf-8", "replace"), set_up_code().encode())


def is_demonstration_here(request: HttpRequest) -> bool:
    """Whether people may be chosen: a marked home, asked from this machine by its own name, without a proxy between."""
    if not (Path(settings.HOME) / MARK).is_file() or _PROXIES_SAY & set(map(str.lower, request.headers)):
        return False
    host = urlsplit(f"//{request.headers.get('Host', '')}").hostname or ""
    return _is_loopback(str(request.META.get("REMOTE_ADDR", ""))) and (host == "localhost" or _is_loopback(host))


def offered_people() -> tuple[OfferedPerson, ...]:
    """Whom the demonstration offers, in its order; nobody when its file is missing or not as it should be."""
    path = Path(settings.HOME) / PEOPLE_FILE
    try:
        listed = json.loads(path.read_text())["people"]
        return tuple(OfferedPerson(str(one["handle"]), str(one["sentence"])) for one in listed[:MOST_PEOPLE])
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def _is_loopback(text: str) -> bool:
    try:
        return ipaddress.ip_address(text).is_loopback
    except ValueError:
        return False
