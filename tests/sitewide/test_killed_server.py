"""A server is killed while people write, again and again: what it had acknowledged stands, once, and was told."""

import random
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from tests.sitewide.killing import PEOPLE, STANDING, Writer, ask, until_told
from weefsel.config.tests.commands import serving

WRITERS = 4
SECONDS = (0.3, 1.5)  # of writing before the server is killed
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("rounds", [5, pytest.param(100, marks=pytest.mark.long)])
def test_what_was_acknowledged_stands_after_the_server_is_killed(
    rounds: int, tmp_path: Path, port: int, empty_database: dict[str, Any]
) -> None:
    settings = {name: str(value) for name, value in empty_database.items()}
    dice = random.Random(rounds)
    with serving(tmp_path, port, **settings):
        writers = writers_of(ask(tmp_path, PEOPLE.format(writers=WRITERS), settings), port)
    for _round in range(rounds):
        with serving(tmp_path, port, **settings) as process:
            for writer in writers:
                writer.send_again()
            write_until_killed(writers, process, dice.uniform(*SECONDS))
    assert sum(len(writer.posts) for writer in writers) >= rounds * WRITERS
    with serving(tmp_path, port, **settings):
        for writer in writers:
            writer.send_again()
        assert_everything_stands(writers, ask(tmp_path, STANDING, settings))
        until_told(tmp_path, settings, {post for writer in writers for post in writer.posts.values()})


def writers_of(told: dict[str, Any], port: int) -> list[Writer]:
    return [
        Writer(who["id"], who["session"], told["home"], who["own"], told["handle"], port) for who in told["writers"]
    ]


def write_until_killed(writers: list[Writer], process: Any, seconds: float) -> None:
    stop = threading.Event()
    threads = [threading.Thread(target=writer.write, args=(stop,)) for writer in writers]
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    process.kill()
    process.wait()
    for thread in threads:
        thread.join(timeout=30)
        assert not thread.is_alive()
    stop.set()


def assert_everything_stands(writers: list[Writer], standing: dict[str, Any]) -> None:
    for writer in writers:
        for body, post in writer.posts.items():
            assert str(standing["posts"].get(body)) == post
        reactions = {post: kind for post, who, kind in standing["reactions"] if who == writer.id}
        for post, kind in writer.reactions.items():
            assert reactions.get(post) in {kind, writer.reacting[post]}
        assert int(standing["drafts"][str(writer.id)].split()[1]) >= writer.draft
    assert standing["count"] == len(standing["posts"]), "a form that was sent twice stands twice"
