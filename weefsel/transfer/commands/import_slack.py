from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from weefsel.communities.commands.import_community import ImportedCommunity, import_community
from weefsel.communities.queries.slugs_of_source import slugs_of_source
from weefsel.communities.terms import CommunityKind, MemberRole
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.posts.commands.import_posts import Imported, ImportedPost, import_posts
from weefsel.posts.queries.home_of_community import home_of_community
from weefsel.posts.queries.known_of_source import known_of_source
from weefsel.transfer.commands._slack_people import SOURCE, Census, Folk
from weefsel.transfer.rules import may_bring_in
from weefsel.transfer.slack.account import Account
from weefsel.transfer.slack.archive import Archive
from weefsel.transfer.slack.messages import LeftOut, Reading, Said, understand
from weefsel.transfer.slack.reactions import KIND_OF
from weefsel.transfer.slack.text import Names

BATCH = 50  # posts a transaction: it holds SQLite's write lock for well under 50 ms

Progress = Callable[[str, int, int], None]


def _silent(_what: str, _done: int, _total: int) -> None:
    """For callers who watch nothing."""


@dataclass(frozen=True, slots=True)
class _Channel:
    row: dict[str, Any]
    is_private: bool

    @property
    def key(self) -> str:
        return str(self.row.get("id") or "")

    @property
    def name(self) -> str:
        return str(self.row.get("name") or self.key)


def import_slack(actor: Actor, *, path: Path, dry_run: bool = False, progress: Progress = _silent) -> dict[str, Any]:
    """Bring a Slack export in, and return the written account of it.

    People are found by e-mail or made placeholders, public channels become open communities and private ones
    invite-only, messages become posts and replies. Direct messages are left out. Safe to run twice and to start again:
    what stands is found by its source key. Raises ``Invalid`` for a file that is no Slack export, before anything is
    changed. A trial run changes nothing and counts what would come in. Nobody is told of anything.
    """
    require(may_bring_in(actor), _("Imports run in a job or a command."))
    account = Account()
    with Archive(path) as archive:
        census = Census(actor, account, dry=dry_run)
        channels = list(_channels(archive, account))
        bot_names = _bot_names(archive, channels)
        users = archive.rows("users.json")
        census.meet_users(users)
        for bot_id, name in sorted(bot_names.items()):
            census.meet_bot(bot_id, name)
        folk = census.finish()
        known = slugs_of_source(actor, source=SOURCE)
        communities = {c.key: _community(actor, c, folk, account, known if dry_run else None) for c in channels}
        names = Names(folk.handles, slugs_of_source(actor, source=SOURCE), folk.plain)
        team = str(users[0].get("team_id") or "") if users else ""
        for number, channel in enumerate(channels):
            progress(channel.name, number, len(channels))
            teller = _Teller(actor, channel, Reading(channel.key, names), folk, account, team=team, dry_run=dry_run)
            teller.tell(archive, communities[channel.key])
        progress("", len(channels), len(channels))
        for unread in archive.unread:
            account.skip("file", f"{unread.name}: {unread.why}")
    return account.facts()


def _channels(archive: Archive, account: Account) -> Iterator[_Channel]:
    """The channels that become communities. Direct messages are left out, and so said."""
    seen: set[str] = set()
    for name, is_private in (("channels.json", False), ("groups.json", True)):
        for row in archive.rows(name):
            channel = _Channel(row, is_private)
            account.read["communities"] += 1
            if not channel.key or channel.key in seen:
                account.skip("community", _("it has no id, or stands twice in the archive"))
                continue
            seen.add(channel.key)
            yield channel
    private = len(archive.rows("dms.json")) + len(archive.rows("mpims.json"))
    if private:
        account.skip("conversation", _("direct messages are private and are left out"), private)


def _bot_names(archive: Archive, channels: list[_Channel]) -> dict[str, str]:
    """The bots that speak in the channels, by id; their names where the archive tells them."""
    spoke: dict[str, str] = {}
    for channel in channels:
        reading = Reading(channel.key, Names({}, {}, {}))
        for row in _rows(archive, channel):
            said = understand(row, reading)
            if isinstance(said, Said) and said.is_bot:
                spoke[said.author] = spoke.get(said.author) or said.bot_name
        for bot_id, name in reading.bot_names.items():
            if bot_id in spoke:
                spoke[bot_id] = spoke[bot_id] or name
    return spoke


def _rows(archive: Archive, channel: _Channel) -> Iterator[dict[str, Any]]:
    """The messages of a channel, oldest first: files by day, rows by time within a day."""
    folder = channel.name if channel.name in archive.folders() else channel.key
    for name in archive.day_files(folder):
        yield from sorted(archive.rows(name), key=lambda row: str(row.get("ts") or "").rjust(20, "0"))


def _community(actor: Actor, channel: _Channel, folk: Folk, account: Account, trial: Container[str] | None) -> int:
    """Open the community of a channel; in a trial run, which gives those that came before, count it alone."""
    row = channel.row
    creator = folk.ids.get(str(row.get("creator") or ""))
    members = {folk.ids[str(m)]: MemberRole.MEMBER.value for m in row.get("members") or [] if str(m) in folk.ids}
    if creator in members:
        members[creator] = MemberRole.OWNER.value
    if trial is not None:
        is_new = channel.key not in trial
        (account.imported if is_new else account.unchanged)["communities"] += 1
        return 0
    purpose = row.get("purpose") if isinstance(row.get("purpose"), dict) else {}
    created = str(row.get("created") or "0")
    community_id, is_new = import_community(
        actor,
        community=ImportedCommunity(
            source=SOURCE,
            source_key=channel.key,
            name=channel.name,
            kind=CommunityKind.INVITE_ONLY if channel.is_private else CommunityKind.OPEN,
            opened_at=datetime.fromtimestamp(int(created) if created.isdigit() else 0, tz=UTC),
            purpose=str((purpose or {}).get("value") or ""),
            is_archived=bool(row.get("is_archived")),
            members=members,
        ),
    )
    (account.imported if is_new else account.unchanged)["communities"] += 1
    return community_id


class _Teller:
    """Tells one channel's messages to its community, batch by batch."""

    def __init__(
        self,
        actor: Actor,
        channel: _Channel,
        reading: Reading,
        folk: Folk,
        account: Account,
        *,
        team: str,
        dry_run: bool,
    ) -> None:
        self._actor = actor
        self._channel = channel
        self._reading = reading
        self._folk = folk
        self._account = account
        self._team = team
        self._dry_run = dry_run

    def tell(self, archive: Archive, community_id: int) -> None:
        posts = self._posts(archive)
        home_id = 0 if self._dry_run else home_of_community(self._actor, community_id)
        while batch := list(islice(posts, BATCH)):
            if self._dry_run:
                self._foresee(batch)
            else:
                self._note(import_posts(self._actor, source=SOURCE, home_id=home_id, posts=batch))

    def _posts(self, archive: Archive) -> Iterator[ImportedPost]:
        keys: set[str] = set()
        for row in _rows(archive, self._channel):
            self._account.read["messages"] += 1
            said = understand(row, self._reading)
            if isinstance(said, LeftOut):
                self._account.skip("message", said.why)
            elif said.key in keys:
                self._account.skip("message", _("it stands twice in the archive"))
            elif said.author not in self._folk.ids:
                self._account.skip("message", _("its author is not in the archive's list of people"))
            else:
                keys.add(said.key)
                yield self._post(said)

    def _post(self, said: Said) -> ImportedPost:
        return ImportedPost(
            source_key=said.key,
            author_id=self._folk.ids[said.author],
            at=said.at,
            body=said.text,
            thread_key=said.thread_key or "",
            edited_at=said.edited_at,
            source_url=f"https://app.slack.com/client/{self._team}/{self._channel.key}" if self._team else "",
            reactions=self._reactions(said),
        )

    def _reactions(self, said: Said) -> dict[int, str]:
        kept: dict[int, str] = {}
        for user, name in said.reactions:
            self._account.read["reactions"] += 1
            person = self._folk.ids.get(user)
            kind = KIND_OF.get(name)
            if kind is None:
                self._account.skip("reaction", _("“%s” has no counterpart among the five reactions") % name)
            elif person is None:
                self._account.skip("reaction", _("who reacted is not in the archive's list of people"))
            elif person in kept:
                self._account.skip("reaction", _("a person has one reaction to a post; the first one counts"))
            else:
                kept[person] = kind
        return kept

    def _foresee(self, batch: list[ImportedPost]) -> None:
        known = known_of_source(self._actor, source=SOURCE, keys={p.source_key for p in batch})
        for post in batch:
            what = "replies" if post.thread_key else "posts"
            counts = self._account.unchanged if post.source_key in known else self._account.imported
            counts[what] += 1
            counts["reactions"] += len(post.reactions)

    def _note(self, done: Imported) -> None:
        account = self._account
        account.imported["posts"] += done.posts
        account.imported["replies"] += done.replies
        account.imported["reactions"] += done.reactions
        account.unchanged["posts"] += done.unchanged_posts
        account.unchanged["replies"] += done.unchanged_replies
        account.unchanged["reactions"] += done.unchanged_reactions
        account.updated += done.updated
        if done.without_start:
            account.notes.append(
                _("%(count)s replies in %(channel)s stand alone: the message they answer is not in the archive.")
                % {"count": done.without_start, "channel": self._channel.name}
            )
