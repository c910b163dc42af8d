"""Django, loaded when the environment is complete and not before: its settings are read once."""

import os


def load_django() -> None:
    """Load the application. What it needs of the environment, and the secret key in the home, must be there by now."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "weefsel.config.settings")
    import django  # noqa: PLC0415

    django.setup()
