"""A Slack export comes in complete: each message is accounted for, and the second time nothing changes."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from weefsel.communities.models import Community, Membership
from weefsel.kernel.actor import STRANGER, Actor, Power, acting_job
from weefsel.kernel.refusals import Invalid, NotAllowed
from weefsel.people.models import Network, Organisation, Person
from weefsel.posts.markdown import read
from weefsel.posts.models import Post, Reaction
from weefsel.transfer.commands.import_slack import import_slack
from weefsel.transfer.slack.text import Names, to_markdown

pytestmark = pytest.mark.django_db

IMPORTER = acting_job(Power.IMPORT)


@pytest.fixture
def home() -> Organisation:
    Network.objects.create(name="Lindewever")
    return Organisation.objects.create(name="Lindewever", kind="home")


def export(path: Path, **files: Any) -> Path:
    """Write an export; a key such as ``general__2026_01_02`` is the day file general/2026-01-02.json."""
    with zipfile.ZipFile(path / "export.zip", "w") as archive:
        for name, rows in files.items():
            folder, _sep, day = name.partition("__")
            archive.writestr(f"{folder}/{day.replace('_', '-')}.json" if day else f"{folder}.json", json.dumps(rows))
    return path / "export.zip"


def user(key: str, name: str, email: str = "", **more: Any) -> dict[str, Any]:
    return {"id": key, "team_id": "T1", "name": name.lower(), "profile": {"real_name": name, "email": email}, **more}


def said(ts: str, who: str, text: str, **more: Any) -> dict[str, Any]:
    return {"type": "message", "ts": ts, "user": who, "text": text, **more}


USERS = [
    user("U1", "Ana Silva", "ana@lindewever.example"),
    user("U2", "Ben Ode"),
    user("U3", "Gast", is_restricted=True),
]
GENERAL = {"id": "C1", "name": "general", "creator": "U1", "created": "1700000000", "members": ["U1", "U2"]}
SECRET = {"id": "G1", "name": "secret", "creator": "U2", "created": "1700000000", "members": ["U2"]}
DAY = [
    said(
        "1700000003.000100",
        "U1",
        "Hello <@U2>, see <https://x.example/a?t=xoxe-12-ab|the *page*>",
        thread_ts="1700000003.000100",
    ),
    said("1700000001.000100", "U1", "joined", subtype="channel_join"),
    said("1700000009.000100", "U2", "An _answer_ & more", thread_ts="1700000003.000100"),
    said("1700000010.000100", "U2", "# no heading *but bold* <!here>", reactions=[{"name": "+1", "users": ["U1"]}]),
    said("1700000011.000100", "U9", "who am I"),
    said("1700000012.000100", "U1", "edited", edited={"user": "U1", "ts": "1700000099.000000"}),
]


def whole(path: Path) -> Path:
    return export(path, users=USERS, channels=[GENERAL], groups=[SECRET], dms=[{"id": "D1"}], general__2023_11_14=DAY)


def test_every_message_is_accounted_for(tmp_path: Path, home: Organisation) -> None:
    facts = import_slack(IMPORTER, path=whole(tmp_path))
    skipped = sum(row["count"] for row in facts["skipped"] if row["what"] == "message")
    assert facts["read"]["messages"] == len(DAY)
    assert facts["imported"]["posts"] == 3
    assert facts["imported"]["replies"] == 1
    assert facts["imported"]["reactions"] == 1
    assert skipped == 2
    assert {k: v for k, v in facts["skipped"][0].items() if k != "why"} == {"what": "conversation", "count": 1}


def test_the_second_time_nothing_changes(tmp_path: Path, home: Organisation) -> None:
    first = import_slack(IMPORTER, path=whole(tmp_path))
    before = list(Post.objects.order_by("id").values())
    again = import_slack(IMPORTER, path=whole(tmp_path))
    assert again["read"] == first["read"]
    assert set(again["imported"].values()) == {0}
    assert again["unchanged"] == first["imported"] | {"people": 3}
    assert again["skipped"] == first["skipped"]
    assert list(Post.objects.order_by("id").values()) == before


def test_a_trial_run_foresees_the_import_and_changes_nothing(tmp_path: Path, home: Organisation) -> None:
    foreseen = import_slack(IMPORTER, path=whole(tmp_path), dry_run=True)
    assert (Post.objects.count(), Person.objects.count(), Community.objects.count()) == (0, 0, 0)
    assert import_slack(IMPORTER, path=whole(tmp_path)) == foreseen


def test_threads_mentions_links_and_edits_come_along(tmp_path: Path, home: Organisation) -> None:
    import_slack(IMPORTER, path=whole(tmp_path))
    start = Post.objects.get(source_key="C1:1700000003.000100")
    answer = Post.objects.get(source_key="C1:1700000009.000100")
    assert answer.thread == start
    assert start.reply_count == 1
    assert "xoxe" not in start.body + start.html
    assert "Ben Ode</a>" in start.html
    assert "<em>answer</em> &amp; more" in answer.html
    bold = Post.objects.get(source_key="C1:1700000010.000100")
    assert "<h" not in bold.html
    assert "<strong>but bold</strong>" in bold.html
    assert Reaction.objects.get().kind == "like"
    assert Post.objects.get(source_key="C1:1700000012.000100").edited_at is not None


def test_private_channels_are_invite_only_and_guests_are_not_employees(tmp_path: Path, home: Organisation) -> None:
    import_slack(IMPORTER, path=whole(tmp_path))
    assert Community.objects.get(source_key="C1").kind == "open"
    secret = Community.objects.get(source_key="G1")
    assert secret.kind == "invite_only"
    assert [m.role for m in Membership.objects.filter(community=secret)] == ["owner"]
    assert Person.objects.get(source_key="U3").organisation.kind == "partner"


def test_people_are_found_by_their_address_and_shared_addresses_let_nobody_claim(
    tmp_path: Path, home: Organisation
) -> None:
    known = Person.objects.create(organisation=home, handle="ana", name="Ana", email="ana@lindewever.example")
    twins = [user("U4", "Twin One", "twin@x.example"), user("U5", "Twin Two", "twin@x.example")]
    path = export(tmp_path, users=[*USERS, *twins], channels=[GENERAL], general__2023_11_14=DAY)
    import_slack(IMPORTER, path=path)
    assert Post.objects.get(source_key="C1:1700000003.000100").author == known
    assert [p.email for p in Person.objects.filter(source_key__in=["U4", "U5"])] == ["", ""]


def test_what_somebody_touched_here_is_left_alone(tmp_path: Path, home: Organisation) -> None:
    import_slack(IMPORTER, path=whole(tmp_path))
    Post.objects.filter(source_key="C1:1700000010.000100").update(body="Mine now", edit_number=1)
    changed = [dict(row, text="changed there") for row in DAY]
    path = export(tmp_path, users=USERS, channels=[GENERAL], general__2023_11_14=changed)
    facts = import_slack(IMPORTER, path=path)
    assert Post.objects.get(source_key="C1:1700000010.000100").body == "Mine now"
    assert Post.objects.get(source_key="C1:1700000012.000100").body == "changed there"
    assert facts["updated"] == 3


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 half a zip", b"name;email\n", b"\x00" * 100])
def test_a_file_that_is_no_export_is_refused_and_nothing_changes(
    tmp_path: Path, home: Organisation, content: bytes
) -> None:
    (tmp_path / "wrong.zip").write_bytes(content)
    with pytest.raises(Invalid):
        import_slack(IMPORTER, path=tmp_path / "wrong.zip")
    assert not Person.objects.exists()


def test_entries_that_point_outside_or_explode_are_left_out_and_said(tmp_path: Path, home: Organisation) -> None:
    path = whole(tmp_path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../evil.json", "[]")
        archive.writestr("general/2023-11-15.json", b"[" + b" " * 40_000_000 + b"]")
        archive.writestr("general/2023-11-16.json", b"\xff\xfe broken")
    facts = import_slack(IMPORTER, path=path)
    assert sum(row["what"] == "file" for row in facts["skipped"]) == 3
    assert facts["imported"]["posts"] == 3


@pytest.mark.parametrize("actor", [STRANGER, Actor(person_id=1, is_employee=True)])
def test_nobody_but_a_steward_imports(tmp_path: Path, home: Organisation, actor: Actor) -> None:
    with pytest.raises(NotAllowed):
        import_slack(actor, path=whole(tmp_path))


@given(st.text(alphabet=st.sampled_from(list("&#;<>@!|*_~` \n0123456789aU\ue000\ue010\ue011"))))
@example("hi &#57360;99&#57361;")
@example("<&#57360;0&#57361;>")
def test_no_text_of_a_message_ends_the_import(text: str) -> None:
    read(to_markdown(text, Names({}, {}, {})))
