"""Addresses of posts: each with a post of every standing."""

from tests.sitewide.addresses.visit import Visit, Visits, deed, page
from tests.sitewide.stage import EMPLOYEES, KEEPER, NOBODY, READERS, SOMEBODY, Stage
from weefsel.posts.testing import home_of

ABSENT = 10**15
AUTHOR = frozenset({"member"})
OWNER = frozenset({"owner"})


def standings(stage: Stage) -> dict[int, frozenset[str]]:
    """A post of each standing, and who reads it."""
    return {
        stage.scene.post.pk: READERS,
        stage.scene.reply.pk: READERS,
        stage.posts["shy"].pk: READERS,
        stage.posts["gone"].pk: READERS,
        stage.posts["edited"].pk: READERS,
        stage.posts["inside"].pk: EMPLOYEES,
        stage.posts["once"].pk: EMPLOYEES,
        stage.posts["internal"].pk: EMPLOYEES,
        stage.posts["storyline"].pk: EMPLOYEES,
        stage.posts["naming"].pk: EMPLOYEES,
        stage.posts["veiled"].pk: KEEPER,
        stage.posts["hidden"].pk: KEEPER,
        stage.posts["hidden reply"].pk: KEEPER,
        ABSENT: NOBODY,
    }


def _of_each(stage: Stage) -> list[Visit]:
    return [Visit({"post_id": pk}, who=who) for pk, who in standings(stage).items()]


def _deed_on_each(stage: Stage) -> list[Visit]:
    return [Visit({"post_id": pk}, takes="POST", who=who) for pk, who in standings(stage).items()]


def _history(stage: Stage) -> list[Visit]:
    """What was taken away has no history to read."""
    gone = stage.posts["gone"].pk
    return [Visit({"post_id": pk}, who=NOBODY if pk == gone else who) for pk, who in standings(stage).items()]


def _unsave(stage: Stage) -> list[Visit]:
    """What is kept no longer answers alike, whether it was kept or ever there."""
    return [Visit({"post_id": pk}, takes="POST") for pk in standings(stage)]


def _thread(stage: Stage) -> list[Visit]:
    plain = _of_each(stage)
    more = [f"to={stage.posts['hidden reply'].pk}", f"to={stage.scene.reply.pk}", "page=2"]
    return [*plain, *(Visit({"post_id": stage.scene.post.pk}, query=query, who=READERS) for query in more)]


def _by_author(stage: Stage) -> list[Visit]:
    """What only the author gets: others who read the post are told so."""
    return [
        Visit({"post_id": stage.scene.post.pk}, who=AUTHOR, sees=READERS),
        Visit({"post_id": stage.posts["hidden"].pk}, who=KEEPER),
        Visit({"post_id": stage.posts["internal"].pk}, who=NOBODY, sees=EMPLOYEES),
        Visit({"post_id": ABSENT}, who=NOBODY),
    ]


def _by_moderator(stage: Stage) -> list[Visit]:
    return [
        Visit({"post_id": stage.scene.post.pk}, who=OWNER | {"moderator"}, sees=READERS),
        Visit({"post_id": stage.posts["veiled"].pk}, who=KEEPER),
        Visit({"post_id": stage.posts["internal"].pk}, who=OWNER, sees=EMPLOYEES),
    ]


def _write(stage: Stage) -> list[Visit]:
    places = (stage.scene.community, stage.internal, stage.veiled, stage.hidden, stage.quill)
    return [Visit(), *(Visit(query=f"home={home_of(place).pk}") for place in places)]


def _audience(stage: Stage) -> list[Visit]:
    """Somebody who can write nowhere is asked nothing about it."""
    writers = SOMEBODY - {"external"}
    return [Visit(query=visit.query, who=writers, sees=SOMEBODY) for visit in _write(stage)]


def _topics(stage: Stage) -> list[Visit]:
    topics = {
        "qqboxtopic": KEEPER,
        "qqveiltopic": KEEPER,
        "qqopentopic": EMPLOYEES,
        "qqinsidetopic": EMPLOYEES,
        "never-used": NOBODY,
    }
    return [Visit({"name": name}, who=who) for name, who in topics.items()]


CALLS = ("q=%40qq", "q=%23qq", "q=%40k3", "q=%40shy", "q=%40quill", "q=%40vei", "q=%40")

POSTS: dict[str, Visits] = {
    "write": _write,
    "audience": _audience,
    "preview": deed(),
    "suggest": page(*CALLS),
    "keep_draft": deed(),
    "drop_draft": deed(),
    "drafts": page(),
    "saved": page("before=1"),
    "topic": _topics,
    "thread": _thread,
    "post_history": _history,
    "reactions": _of_each,
    "unsave_post": _unsave,
    "edit_post": _by_author,
    "delete_post": _by_author,
    "remove_post": _by_moderator,
} | dict.fromkeys(
    (
        "reply",
        "react",
        "save_post",
        "follow_thread",
        "unfollow_thread",
        "pin_post",
        "unpin_post",
        "lock_thread",
        "unlock_thread",
    ),
    _deed_on_each,
)
