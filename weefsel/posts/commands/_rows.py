"""The rows that several commands write beside a post."""

import threading
from collections.abc import Callable, Iterable, Mapping

from django.db import IntegrityError
from django.db.models import F, Max, Q, Value
from django.db.models.functions import Greatest

from weefsel.communities.models import Community
from weefsel.kernel.ids import ids
from weefsel.posts.markdown import Rendered
from weefsel.posts.models import Home, Mention, Post, PostTopic, ThreadFollow, Topic

# A subquery, so that an update that waits for a lock looks again at its own row when it gets it.
IS_OPEN = Q(community=None) | Q(community_id__in=Community.objects.filter(archived_at=None).values("pk"))

_seeding = threading.Lock()
_is_seeded = False


def new_post_id() -> int:
    """The id of a post that is published now: larger than any that stood when this process began to publish."""
    global _is_seeded  # noqa: PLW0603 - once per process
    with _seeding:
        if not _is_seeded:
            ids.raise_to(Post.objects.aggregate(newest=Max("id"))["newest"] or 0)
            _is_seeded = True
    return ids.next()


def once(author_id: int, key: str, publish: Callable[[], int]) -> int:
    """What ``publish`` makes, or the post that the same form has made already, also a moment ago elsewhere."""
    if not key:
        return publish()
    before = Post.objects.filter(author_id=author_id, form_key=key).values_list("pk", flat=True)
    if (known := before.first()) is not None:
        return known
    try:
        return publish()
    except IntegrityError:
        if (known := before.first()) is not None:
            return known
        raise


def raise_latest(home: Home, post_id: int, *, inside_only: bool) -> bool:
    """Note the newest thread start of a home. False when it has been archived meanwhile. One statement."""
    newest = {"latest_id": Greatest("latest_id", Value(post_id))}
    if not inside_only:
        newest["latest_outside_id"] = Greatest("latest_outside_id", Value(post_id))
    return Home.objects.filter(IS_OPEN, pk=home.pk).update(**newest) == 1


def recompute_latest(home_id: int, post_id: int) -> None:
    """Find the newest standing thread start again after ``post_id`` went. Three statements at most.

    The home is locked first, in a statement of its own, so that what a publisher commits meanwhile is counted.
    """
    home = Home.objects.select_for_update(no_key=True).get(pk=home_id)
    starts = Post.objects.filter(home_id=home_id, thread=None, deleted_at=None).order_by("-id")
    found = {}
    if home.latest_id <= post_id:
        found["latest_id"] = starts.values_list("pk", flat=True).first() or 0
    if home.latest_outside_id <= post_id:
        found["latest_outside_id"] = starts.filter(inside_only=False).values_list("pk", flat=True).first() or 0
    if found:
        Home.objects.filter(pk=home_id).update(**found)


def raise_versions(*post_ids: int | None) -> int:
    """Let the cards of these posts be drawn anew. One statement."""
    return Post.objects.filter(pk__in=[i for i in post_ids if i is not None]).update(version=F("version") + 1)


def keep_named(post_id: int, rendered: Rendered) -> None:
    """Write whom and what the post names. At most four statements, none when it names nothing."""
    Mention.objects.bulk_create(
        [
            *(Mention(post_id=post_id, person_id=person_id) for person_id in sorted(rendered.person_ids)),
            *(Mention(post_id=post_id, community_id=community_id) for community_id in sorted(rendered.community_ids)),
        ]
    )
    if rendered.topics:
        topics = _topic_ids(rendered.topics)
        PostTopic.objects.bulk_create([PostTopic(post_id=post_id, topic_id=topic_id) for topic_id in topics])


def _topic_ids(topics: Mapping[str, str]) -> Iterable[int]:
    known = Topic.objects.filter(name__in=topics)
    found = dict(known.values_list("name", "pk"))
    if len(found) < len(topics):  # in one order everywhere, so that two publishers do not wait for each other
        unknown = sorted(name for name in topics if name not in found)
        Topic.objects.bulk_create([Topic(name=name, shown=topics[name]) for name in unknown], ignore_conflicts=True)
        found = dict(known.values_list("name", "pk"))
    return found.values()


def let_follow(person_id: int, thread_id: int) -> None:
    """Who writes in a thread follows it, unless they said that they do not want to. One statement."""
    ThreadFollow.objects.bulk_create([ThreadFollow(person_id=person_id, thread_id=thread_id)], ignore_conflicts=True)
