"""The threads of Lindewever, with their replies and reactions."""

from collections import defaultdict
from typing import Any

from weefsel.config.demo.reading import SOURCE, Calendar, load
from weefsel.config.demo.words import body_of
from weefsel.kernel.actor import Actor
from weefsel.posts.commands.import_posts import ImportedPost, import_posts
from weefsel.posts.queries.home_of_community import home_of_community
from weefsel.posts.queries.home_of_person import home_of_person
from weefsel.posts.terms import Kind

_BATCH = 50


def load_threads(actor: Actor, people: dict[str, int], communities: dict[str, int], calendar: Calendar) -> int:
    """Every thread, home by home; says how many posts and replies."""
    by_home: dict[int, list[ImportedPost]] = defaultdict(list)
    for thread in load("threads.yaml"):
        home = thread["home"]
        home_id = (
            home_of_community(actor, communities[home["community"]])
            if "community" in home
            else home_of_person(actor, people[home["storyline"]])
        )
        by_home[home_id].extend(_posts(thread, people, calendar))
    count = 0
    for home_id, posts in by_home.items():
        posts.sort(key=lambda post: (post.at, bool(post.thread_key)))
        for at in range(0, len(posts), _BATCH):
            done = import_posts(actor, source=SOURCE, home_id=home_id, posts=posts[at : at + _BATCH])
            count += done.posts + done.replies
    return count


def _posts(thread: dict[str, Any], people: dict[str, int], calendar: Calendar) -> list[ImportedPost]:
    start = ImportedPost(
        source_key=thread["id"],
        author_id=people[thread["author"]],
        at=calendar.moment(thread["at"]),
        title=thread["title"],
        body=body_of(thread, calendar),
        kind=Kind.ANNOUNCEMENT if thread["kind"] == "announcement" else Kind.UPDATE,
        language=thread["language"],
        inside_only=False,
        reactions=_reactions(thread, people),
    )
    replies = [
        ImportedPost(
            source_key=reply["id"],
            author_id=people[reply["author"]],
            at=calendar.moment(reply["at"]),
            body=reply["text"].strip(),
            thread_key=thread["id"],
            language=reply["language"],
            reactions=_reactions(reply, people),
        )
        for reply in thread.get("replies") or []
    ]
    return [start, *replies]


def _reactions(said: dict[str, Any], people: dict[str, int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for kind, who in (said.get("reactions") or {}).items():
        for person in who:
            found.setdefault(people[person], kind)
    return found
