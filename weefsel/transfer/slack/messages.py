"""One message of an export, understood: who said what when, in which thread; or why it is left out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from weefsel.transfer.slack.text import Names, link, to_markdown, without_token

LEFT_OUT = {
    "channel_join", "channel_leave", "channel_topic", "channel_purpose", "channel_name", "channel_archive",
    "channel_unarchive", "channel_convert_to_private", "group_join", "group_leave", "group_topic", "group_purpose",
    "group_name", "group_archive", "group_unarchive", "bot_add", "bot_remove", "bot_enable", "bot_disable",
    "pinned_item", "unpinned_item", "reminder_add", "huddle_thread", "sh_room_created", "tombstone",
    "channel_posting_permissions", "app_conversation_join", "document_mention",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """A message that becomes a post. ``author`` is a user's id, or a bot's with ``is_bot``."""

    key: str
    author: str
    is_bot: bool
    at: datetime
    text: str
    thread_key: str | None
    edited_at: datetime | None
    reactions: tuple[tuple[str, str], ...]  # (user id, name of the reaction) in their order
    bot_name: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A message that does not become a post, and why."""

    why: str


@dataclass(slots=True)
class Reading:
    """What reading a channel needs to know."""

    channel: str
    names: Names
    bot_names: dict[str, str] = field(default_factory=dict)


def understand(message: Mapping[str, Any], reading: Reading) -> Said | LeftOut:
    """What one row of a day file is."""
    subtype = str(message.get("subtype") or "")
    if subtype == "bot_add":
        _learn_bot(message, reading)
    if subtype in LEFT_OUT:
        return LeftOut(_("joins, leaves and other notices of Slack itself (%s)") % subtype)
    at = moment(message.get("ts"))
    author, is_bot = _author(message)
    if at is None or not author:
        return LeftOut(_("it has no author or no time"))
    text = _text(message, reading, is_bot=is_bot)
    if not text:
        return LeftOut(_("it has no text"))
    thread = message.get("thread_ts")
    return Said(
        key=f"{reading.channel}:{message['ts']}",
        author=author,
        is_bot=is_bot,
        at=at,
        text=text,
        thread_key=f"{reading.channel}:{thread}" if thread and thread != message["ts"] else None,
        edited_at=moment((message.get("edited") or {}).get("ts")),
        reactions=tuple(_reactions(message.get("reactions"))),
        bot_name=str(message.get("username") or "") if is_bot else "",
    )


def moment(ts: object) -> datetime | None:
    """The time of a ``ts``, which is a decimal string with six places: a float would lose digits."""
    try:
        seconds = Decimal(str(ts))
        whole = datetime.fromtimestamp(int(seconds), tz=UTC)
        return whole.replace(microsecond=int((seconds % 1) * 1_000_000))
    except (InvalidOperation, ValueError, OverflowError, OSError):
        return None


def _author(message: Mapping[str, Any]) -> tuple[str, bool]:
    if message.get("subtype") == "file_comment":
        return str((message.get("comment") or {}).get("user") or ""), False
    if message.get("subtype") == "bot_message" or (message.get("bot_id") and not message.get("user")):
        return str(message.get("bot_id") or message.get("username") or ""), True
    return str(message.get("user") or ""), False


def _text(message: Mapping[str, Any], reading: Reading, *, is_bot: bool) -> str:
    subtype = message.get("subtype")
    if subtype == "file_comment":
        said = to_markdown(str((message.get("comment") or {}).get("comment") or ""), reading.names)
        return _joined([said, *_files(message)])
    text = "" if subtype == "file_share" and message.get("file") else str(message.get("text") or "")
    said = to_markdown(text, reading.names)
    if subtype == "me_message" and said:
        said = f"*{said}*"
    comment = (message.get("file") or {}).get("initial_comment") or {}
    first = to_markdown(str(comment.get("comment") or ""), reading.names) if isinstance(comment, dict) else ""
    return _joined([said, first, *_attached(message, reading, is_bot=is_bot or not said), *_files(message)])


def _attached(message: Mapping[str, Any], reading: Reading, *, is_bot: bool) -> Iterable[str]:
    """What attachments say. Previews of links are dropped: the link stands in the text already."""
    for attachment in message.get("attachments") or []:
        if not isinstance(attachment, dict) or (
            not is_bot and (attachment.get("from_url") or attachment.get("service_name"))
        ):
            continue
        parts = [str(attachment.get(name) or "") for name in ("pretext", "title", "text")]
        said = [to_markdown(part, reading.names) for part in parts if part]
        yield _joined(said) or to_markdown(str(attachment.get("fallback") or ""), reading.names)


def _files(message: Mapping[str, Any]) -> Iterable[str]:
    """Files are links: their bytes are not in the archive. Tokens are taken out of the addresses."""
    files = message.get("files") or ([message["file"]] if isinstance(message.get("file"), dict) else [])
    for file in files:
        if not isinstance(file, dict):
            continue
        name = str(file.get("title") or file.get("name") or file.get("id") or "")
        if file.get("mode") in {"tombstone", "hidden_by_limit"}:
            yield _("(A file stood here: %s)") % (name or _("without a name"))
            continue
        address = str(file.get("permalink") or file.get("url_private") or "")
        yield "📎 " + (link(name or address, address) if without_token(address) else name)


def _reactions(rows: object) -> Iterable[tuple[str, str]]:
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict):
            for user in row.get("users") or []:
                yield str(user), str(row.get("name") or "").partition("::")[0]


def _learn_bot(message: Mapping[str, Any], reading: Reading) -> None:
    """The only place where an old export tells a bot's name is the link in the notice that it was added."""
    label = str(message.get("text") or "").rpartition("|")[2].rstrip(">").strip()
    if message.get("bot_id") and label:
        reading.bot_names.setdefault(str(message["bot_id"]), label)


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part)
