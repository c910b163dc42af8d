"""What a command needs before it can speak to the network."""

import os
from pathlib import Path

from weefsel.config.environment import Environment, home_folder, read_environment
from weefsel.config.home import make_home
from weefsel.config.loading import load_django
from weefsel.kernel.refusals import Conflict


def open_home() -> tuple[Environment, Path]:
    """The settings and the home, made when it is missing. Before Django is loaded: the home holds its secret key."""
    environment = read_environment()
    home = home_folder(environment)
    os.umask(0o077)  # whatever is written there is for this account alone
    make_home(home)
    return environment, home


def load_network() -> Path:
    """Load the application for a command. Raises ``Conflict`` when no network of this version is there."""
    _, home = open_home()
    load_django()
    from weefsel.config.database import is_up_to_date  # noqa: PLC0415 - needs Django

    if not is_up_to_date():
        raise Conflict(
            f"There is no network in {home}, or one of another version. Make it with `weefsel init`, or bring it up to "
            "date with `weefsel serve`."
        )
    return home


__all__ = ["load_django", "load_network", "open_home"]
