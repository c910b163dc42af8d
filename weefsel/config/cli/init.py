"""``weefsel init``."""

import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated
from zoneinfo import available_timezones

import typer

from weefsel.config.cli.app import app
from weefsel.config.cli.output import AsJson, print_facts, say
from weefsel.config.cli.ready import load_django, open_home
from weefsel.config.cli.sign_in_link import link_for
from weefsel.kernel.actor import Door, Power, acting_job

Name = Annotated[str, typer.Option(help="What the network is called: the name of the organisation.")]
StewardEmail = Annotated[str, typer.Option(help="E-mail address of the first steward, in the home domain.")]
StewardName = Annotated[str, typer.Option(help="Name of the first steward; without it what stands before the @.")]
Language = Annotated[str, typer.Option(help="Language of the network: en or nl.")]
HomeDomain = Annotated[str, typer.Option(help="What stands behind the @ of the employees; without it the steward's.")]
TimeZone = Annotated[str, typer.Option(help="Time zone of the network; without it this machine's.")]
Yes = Annotated[bool, typer.Option("--yes", help="Ask nothing.")]


@dataclass(slots=True)
class Answers:
    """What a network is made of."""

    name: str
    steward_email: str
    steward_name: str
    language: str
    home_domain: str
    time_zone: str


@app.command()
def init(
    *,
    name: Name = "",
    steward_email: StewardEmail = "",
    steward_name: StewardName = "",
    language: Language = "",
    home_domain: HomeDomain = "",
    time_zone: TimeZone = "",
    yes: Yes = False,
    as_json: AsJson = False,
) -> None:
    """Make a network in WEEFSEL_HOME: its database, its key, its first steward, who gets a link to sign in."""
    given = Answers(name, steward_email, steward_name, language, home_domain, time_zone)
    answers = _completed(given, is_asking=not yes and sys.stdin.isatty())
    _, home = open_home()
    load_django()
    url = _make(answers)
    facts = {"home": str(home), "name": answers.name, "steward": answers.steward_email, "url": url}
    if as_json:
        print_facts(facts, as_json=True)
    else:
        say(f"{answers.name} is ready in {home}. Start `weefsel serve`, then sign in as {answers.steward_email} at")
        sys.stdout.write(f"{url}\n")


def _make(answers: Answers) -> str:
    from weefsel.config.database import bring_up_to_date  # noqa: PLC0415 - needs Django
    from weefsel.shell.commands.set_up_network import set_up_network  # noqa: PLC0415
    from weefsel.shell.door import forget_set_up_code  # noqa: PLC0415

    bring_up_to_date()
    set_up_network(acting_job(Power.SET_UP, door=Door.COMMAND), **asdict(answers))
    forget_set_up_code()
    return link_for(answers.steward_email)


def _completed(given: Answers, *, is_asking: bool) -> Answers:
    """Ask for what is missing, or take what follows from the rest. Raises wrong usage when that is not enough."""
    if is_asking:
        given.name = given.name or typer.prompt("Name of the network", err=True)
        given.steward_email = given.steward_email or typer.prompt("Your e-mail address", err=True)
    for option, value in (("--name", given.name), ("--steward-email", given.steward_email)):
        if not value.strip():
            raise typer.BadParameter(f"Give {option}.")
    before, _, domain = given.steward_email.strip().rpartition("@")
    steward_name, home_domain = _as_name(before), domain
    language, time_zone = "en", zone_of_this_machine()
    if is_asking:
        steward_name = given.steward_name or typer.prompt("Your name", default=steward_name, err=True)
        home_domain = given.home_domain or typer.prompt("Domain of the employees", default=home_domain, err=True)
        language = given.language or typer.prompt("Language (en, nl)", default=language, err=True)
        time_zone = given.time_zone or typer.prompt("Time zone", default=time_zone, err=True)
    given.steward_name = given.steward_name or steward_name
    given.home_domain = given.home_domain or home_domain
    given.language = given.language or language
    given.time_zone = given.time_zone or time_zone
    return given


def _as_name(before: str) -> str:
    return before.replace(".", " ").replace("_", " ").title()


def zone_of_this_machine() -> str:
    """Its time zone by name, or UTC when it has none."""
    candidates = [os.environ.get("TZ", ""), str(Path("/etc/localtime").resolve()).rpartition("zoneinfo/")[2]]
    known = available_timezones()
    return next((zone for zone in candidates if zone in known), "UTC")
