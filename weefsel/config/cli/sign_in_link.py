"""``weefsel sign-in-link``."""

import sys
from typing import Annotated

import typer

from weefsel.config.cli.app import app
from weefsel.config.cli.output import AsJson, print_facts
from weefsel.config.cli.ready import load_network
from weefsel.kernel.actor import Door, Power, acting_job
from weefsel.kernel.refusals import NotFound

Email = Annotated[str, typer.Argument(help="The e-mail address of the person.", show_default=False)]


@app.command("sign-in-link")
def sign_in_link(email: Email, as_json: AsJson = False) -> None:
    """Print a link that signs this person in, once, within 15 minutes. Its first use makes their account."""
    load_network()
    url = link_for(email)
    if as_json:
        print_facts({"url": url}, as_json=True)
    else:
        sys.stdout.write(f"{url}\n")


def link_for(email: str) -> str:
    """A link for somebody who may come in. Raises ``NotFound`` for anybody else. The network is loaded already."""
    from django.conf import settings  # noqa: PLC0415 - needs Django
    from django.urls import reverse  # noqa: PLC0415

    from weefsel.identity.commands.make_sign_in_link import make_sign_in_link  # noqa: PLC0415
    from weefsel.people.queries.who_may_come_in import is_somebody_who_may_come_in  # noqa: PLC0415

    operator = acting_job(Power.SIGN_IN_LINK, door=Door.COMMAND)
    if not is_somebody_who_may_come_in(operator, email):
        raise NotFound(f"Nobody with the e-mail address {email} may come in: they are unknown here, or have left.")
    token = make_sign_in_link(operator, email=email)
    return f"{settings.BASE_URL}{reverse('sign_in_link', args=[token])}"
