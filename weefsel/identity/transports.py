"""How letters leave: into a folder of the home, or to a mail server, as the settings say."""

import os
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

from weefsel.kernel import clock

ONLY_OWNER_FOLDER = 0o700
ONLY_OWNER_FILE = 0o600


class Transport(Protocol):
    """A way out for a letter. Raises ``OSError`` (``smtplib``'s errors are some) when it is closed."""

    def carry(self, message: EmailMessage) -> None: ...


class Folder:
    """Each letter a file that only the owner of the home may read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def carry(self, message: EmailMessage) -> None:
        self.folder.mkdir(mode=ONLY_OWNER_FOLDER, parents=True, exist_ok=True)
        self.folder.chmod(ONLY_OWNER_FOLDER)
        made = message.message()
        name = str(made["Message-ID"]).strip("<>").split("@")[0]
        path = self.folder / f"{clock.now():%Y%m%d-%H%M%S-%f}-{name}.eml"
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ONLY_OWNER_FILE)
        with os.fdopen(handle, "wb") as file:
            file.write(made.as_bytes())


class MailServer:
    """The mail server of the settings, one connection a letter."""

    def carry(self, message: EmailMessage) -> None:
        EmailBackend(fail_silently=False).send_messages([message])


def transport() -> Transport:
    """The way that the settings name."""
    return Folder(Path(settings.MAIL_FOLDER)) if settings.MAIL_FOLDER else MailServer()


def sender() -> str:
    return str(settings.DEFAULT_FROM_EMAIL)
