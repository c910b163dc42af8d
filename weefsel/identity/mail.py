"""Django's e-mail backend: whatever mails goes through rows of the outbox, also what another package sends."""

from collections.abc import Sequence

from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend

from weefsel.identity.commands.send_letter import send_letter
from weefsel.identity.terms import PURPOSE_HEADER, Purpose
from weefsel.kernel.actor import Power, acting_job


class OutboxBackend(BaseEmailBackend):
    """Writes one letter for each recipient; a job sends them. Attachments are not taken."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            for recipient in message.recipients():
                send_letter(
                    acting_job(Power.SEND_MAIL),
                    recipient=recipient,
                    subject=str(message.subject),
                    body=str(message.body),
                    html=_html_of(message),
                    purpose=str(message.extra_headers.get(PURPOSE_HEADER, Purpose.ACCOUNT)),
                )
        return len(email_messages)


def _html_of(message: EmailMessage) -> str:
    if not isinstance(message, EmailMultiAlternatives):
        return ""
    return next((str(content) for content, kind in message.alternatives if kind == "text/html"), "")
