"""A real export of 2016: 158 messages, each accounted for, twice with the same result."""

from pathlib import Path

import pytest

from weefsel.kernel.actor import Power, acting_job
from weefsel.people.models import Network, Organisation, Person
from weefsel.posts.models import Post
from weefsel.transfer.commands.import_slack import import_slack

pytestmark = pytest.mark.django_db

EXPORT = Path(__file__).parents[3] / "tests/data/slack/testarchive.zip"
IMPORTER = acting_job(Power.IMPORT)


@pytest.fixture(autouse=True)
def _network() -> None:
    Network.objects.create(name="Lindewever")
    Organisation.objects.create(name="Lindewever", kind="home")


def test_all_158_messages_are_accounted_for_twice() -> None:
    first = import_slack(IMPORTER, path=EXPORT)
    again = import_slack(IMPORTER, path=EXPORT)
    for facts in (first, again):
        came = sum(facts[part][what] for part in ("imported", "unchanged") for what in ("posts", "replies"))
        left_out = sum(row["count"] for row in facts["skipped"] if row["what"] == "message")
        assert facts["read"]["messages"] == came + left_out == 158
    assert first["imported"]["posts"] == again["unchanged"]["posts"] == 147
    assert first["read"] == again["read"]
    assert (first["read"]["people"], first["read"]["bots"]) == (4, 3)


def test_bots_say_what_stood_in_their_attachments() -> None:
    import_slack(IMPORTER, path=EXPORT)
    bots = Person.objects.filter(kind="bot")
    assert {bot.name for bot in bots} == {"github"}
    assert Post.objects.filter(author__in=bots).count() == 94
    assert not Post.objects.filter(author__in=bots, body="").exists()


def test_a_comment_on_a_file_is_a_post_of_who_wrote_it() -> None:
    import_slack(IMPORTER, path=EXPORT)
    comment = Post.objects.get(source_key="C0JL6CGQ2:1459106048.000018")
    assert comment.author.kind == "placeholder"
    assert "<pre><code>" in comment.html
    assert "[10 cities](https://mesos-magellan.slack.com/files" in comment.body
