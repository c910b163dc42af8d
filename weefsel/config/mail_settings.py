"""Reads ``WEEFSEL_EMAIL_URL``: a folder, or a mail server and how to speak with it."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from weefsel.config.environment import WrongSetting

PORTS = {"starttls": 587, "ssl": 465, "none": 25}


@dataclass(frozen=True, slots=True)
class MailSettings:
    """How letters leave. With a ``folder`` they are files in it, and the rest is empty."""

    folder: Path | None = None
    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    tls: str = "none"


def read_mail_settings(email_url: str, home: Path) -> MailSettings:
    """The settings behind the address. Raises ``WrongSetting`` for what cannot be used."""
    if not email_url:
        return MailSettings(folder=home / "mail")
    parts = urlsplit(email_url)
    if parts.scheme == "file":
        if not parts.path.startswith("/"):
            raise WrongSetting("WEEFSEL_EMAIL_URL must name a whole path: file:///var/mail/weefsel.")
        return MailSettings(folder=Path(unquote(parts.path)))
    tls = parse_qs(parts.query).get("tls", ["starttls"])[-1]
    if tls not in PORTS:
        raise WrongSetting(f"WEEFSEL_EMAIL_URL says tls={tls}; it may be starttls or ssl or none.")
    try:
        port = parts.port or PORTS[tls]
    except ValueError:
        raise WrongSetting("WEEFSEL_EMAIL_URL has a port that is no number from 1 to 65535.") from None
    if not parts.hostname:
        raise WrongSetting("WEEFSEL_EMAIL_URL names no host: smtp://user:password@host:port?tls=starttls.")
    return MailSettings(
        host=parts.hostname,
        port=port,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        tls=tls,
    )


def sender_address(email_from: str, base_url: str) -> str:
    """The sender of letters: as set, or ``weefsel@`` and the host of the base address."""
    return email_from or f"weefsel@{urlsplit(base_url).hostname or 'localhost'}"
