from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import F, Max, Q
from django.db.models.functions import Greatest, Lower
from django.utils.translation import gettext as _

from weefsel.communities.models import Community
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.ids import ids
from weefsel.kernel.refusals import require
from weefsel.kernel.text import one_line, plain
from weefsel.people.models import Person
from weefsel.posts.commands._rows import keep_named
from weefsel.posts.events import PostsImported
from weefsel.posts.markdown import Called, Named, Reading, Rendered, draw, read
from weefsel.posts.models import Home, Post, Reaction, ThreadFollow
from weefsel.posts.rules import is_seen_by_all_readers, is_shared, may_import_posts
from weefsel.posts.terms import BODY_MAX, RENDERER_VERSION, TITLE_MAX, Kind

_SEQUENCES = 1 << 22


@dataclass(frozen=True, slots=True)
class ImportedPost:
    """A post that was written elsewhere. ``thread_key`` names the thread start of the same source that it answers."""

    source_key: str
    author_id: int
    at: datetime
    body: str
    title: str = ""
    kind: str = Kind.UPDATE
    thread_key: str = ""
    edited_at: datetime | None = None
    inside_only: bool = True
    language: str = ""
    source_url: str = ""
    reactions: Mapping[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class Imported:
    """What became of a batch."""

    posts: int = 0
    replies: int = 0
    reactions: int = 0
    updated: int = 0
    unchanged_posts: int = 0
    unchanged_replies: int = 0
    unchanged_reactions: int = 0
    without_start: int = 0


@dataclass(frozen=True, slots=True)
class _Drawn:
    post: ImportedPost
    body: str
    title: str
    rendered: Rendered


def import_posts(actor: Actor, *, source: str, home_id: int, posts: Sequence[ImportedPost]) -> Imported:
    """Bring a batch of posts of one home in, in the order of their time, and say what became of each.

    A post that came before is left alone when somebody has touched it here, and updated when the source has changed it.
    A reply whose start is not there starts a thread of its own. Ids are made from the source's time. Refuses who may
    not import. Announces one ``PostsImported``. Everything is drawn before the transaction, which for fifty posts lasts
    well under 50 ms. Statements grow with what the texts name.
    """
    require(may_import_posts(actor), _("Only stewards import posts."))
    home = Home.objects.select_related("community", "person__organisation").get(pk=home_id)
    return _write(source, home, _drawn(home, posts))


def _drawn(home: Home, posts: Sequence[ImportedPost]) -> list[_Drawn]:
    read_ones = [(post, plain(post.body).strip()[:BODY_MAX]) for post in posts]
    readings = [(post, body, read(body)) for post, body in read_ones]
    called = _CalledInBatch(reading for _post, _body, reading in readings)
    return [
        _Drawn(post, body, one_line(post.title)[:TITLE_MAX], draw(reading, called.in_post(home, post)))
        for post, body, reading in readings
    ]


class _CalledInBatch:
    """Everybody and every community that a batch calls. Two statements."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        calls = {call for reading in readings for call in reading.calls}
        people = Person.objects.alias(key=Lower("handle")).filter(key__in=calls) if calls else ()
        self._people = {p.handle.casefold(): Called(p.pk, p.name, f"/people/{p.handle}/") for p in people}
        left = calls - self._people.keys()
        self._communities = list(Community.objects.filter(slug__in=left)) if left else []

    def in_post(self, home: Home, post: ImportedPost) -> Named:
        inside = post.inside_only or not is_shared(home)
        seen = (c for c in self._communities if is_seen_by_all_readers(c, home, inside_only=inside))
        return Named(self._people, {c.slug: Called(c.pk, c.name, f"/communities/{c.slug}/") for c in seen})


@transaction.atomic
def _write(source: str, home: Home, batch: Sequence[_Drawn]) -> Imported:
    done = Imported()
    wanted = {d.post.source_key for d in batch} | {d.post.thread_key for d in batch if d.post.thread_key}
    known = {p.source_key: p for p in Post.objects.filter(source=source, source_key__in=wanted)}
    fresh: list[Post] = []
    for drawn in batch:
        before = known.get(drawn.post.source_key)
        if before is not None:
            _meet_again(before, drawn, done)
            continue
        post = _made(source, home, drawn, known, done)
        known[drawn.post.source_key] = post
        fresh.append(post)
    _settle_ids(fresh)
    Post.objects.bulk_create([p for p in fresh if p.thread_id is None])
    Post.objects.bulk_create([p for p in fresh if p.thread_id is not None])
    for drawn in batch:
        post = known[drawn.post.source_key]
        if post in fresh:
            keep_named(post.pk, drawn.rendered)
    _react([(known[d.post.source_key], d.post) for d in batch], done)
    _count_and_follow(fresh)
    _note_latest(home)
    if fresh:
        announce(PostsImported(post_ids=tuple(p.pk for p in fresh)))
    return done


def _made(source: str, home: Home, drawn: _Drawn, known: Mapping[str, Post], done: Imported) -> Post:
    said = drawn.post
    start = known.get(said.thread_key) if said.thread_key else None
    if start is not None and start.thread_id is not None:
        start = start.thread  # an answer to an answer stands in the same thread
    if said.thread_key and start is None:
        done.without_start += 1
    at = min(said.at, clock.now())
    post = Post(
        id=ids.at(at, sum(ord(c) * (n + 1) for n, c in enumerate(said.source_key)) % _SEQUENCES),
        author_id=said.author_id,
        home=home,
        thread=start,
        kind=Kind.REPLY if start is not None else said.kind,
        title="" if start is not None else drawn.title,
        body=drawn.body,
        html=drawn.rendered.html,
        renderer=RENDERER_VERSION,
        language=said.language,
        inside_only=start.inside_only if start is not None else said.inside_only or not is_shared(home),
        published_at=at,
        edited_at=said.edited_at,
        source=source,
        source_key=said.source_key,
        source_url=said.source_url,
    )
    if start is None:
        done.posts += 1
    else:
        done.replies += 1
    return post


def _meet_again(before: Post, drawn: _Drawn, done: Imported) -> None:
    """Leave alone what somebody touched here; take over what the source changed since."""
    touched = before.edit_number > 0 or before.deleted_at is not None
    same = before.body == drawn.body and before.edited_at == drawn.post.edited_at
    if not touched and not same:
        Post.objects.filter(pk=before.pk).update(
            body=drawn.body,
            html=drawn.rendered.html,
            renderer=RENDERER_VERSION,
            edited_at=drawn.post.edited_at,
            version=F("version") + 1,
        )
        done.updated += 1
    if before.thread_id is None:
        done.unchanged_posts += 1
    else:
        done.unchanged_replies += 1


def _settle_ids(fresh: Sequence[Post]) -> None:
    """Give every new post an id of its own, a reply a larger one than its start. One statement, rarely more."""
    own: set[int] = set()
    for post in fresh:
        start = post.thread
        if start is not None:
            post.id = max(post.id, start.pk + 1)
            post.thread = start  # which may have got another id only now
        while post.id in own:
            post.id += 1
        own.add(post.id)
    stand = set(Post.objects.filter(pk__in=own).values_list("pk", flat=True))
    if stand:
        for post in fresh:
            post.id += post.id in stand
        _settle_ids(fresh)


def _react(pairs: Sequence[tuple[Post, ImportedPost]], done: Imported) -> None:
    wanted = {(post.pk, person): kind for post, said in pairs for person, kind in said.reactions.items()}
    if not wanted:
        return
    standing = set(
        Reaction.objects.filter(post_id__in={post_id for post_id, _person in wanted}).values_list(
            "post_id", "person_id"
        )
    )
    new = [
        Reaction(post_id=p, person_id=who, kind=kind) for (p, who), kind in wanted.items() if (p, who) not in standing
    ]
    Reaction.objects.bulk_create(new)
    Post.objects.filter(pk__in={r.post_id for r in new}).update(version=F("version") + 1)
    done.reactions += len(new)
    done.unchanged_reactions += len(wanted) - len(new)


def _count_and_follow(fresh: Sequence[Post]) -> None:
    """Raise the threads that got replies, and let who wrote follow them."""
    counts: dict[int, int] = {}
    for post in fresh:
        if post.thread_id is not None:
            counts[post.thread_id] = counts.get(post.thread_id, 0) + 1
    for thread_id, count in counts.items():
        Post.objects.filter(pk=thread_id).update(reply_count=F("reply_count") + count, version=F("version") + 1)
    follows = {(post.author_id, post.thread_id or post.pk) for post in fresh}
    ThreadFollow.objects.bulk_create(
        [ThreadFollow(person_id=person, thread_id=thread) for person, thread in sorted(follows)], ignore_conflicts=True
    )


def _note_latest(home: Home) -> None:
    standing = Post.objects.filter(home=home, thread=None, deleted_at=None)
    newest = standing.aggregate(inside=Max("id"), outside=Max("id", filter=Q(inside_only=False)))
    Home.objects.filter(pk=home.pk).update(
        latest_id=Greatest("latest_id", newest["inside"] or 0),
        latest_outside_id=Greatest("latest_outside_id", newest["outside"] or 0),
    )
