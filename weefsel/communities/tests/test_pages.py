"""The pages of a community, as different people meet them. Scripts are never needed."""

import re

import pytest
from django.test import Client

from weefsel.communities.models import Charter, Community, CommunityInvitation, JoinRequest, Membership
from weefsel.communities.testing import (
    make_community,
    make_community_invitation,
    make_join_request,
    make_member,
)
from weefsel.kernel.testing import statements
from weefsel.people.models import Person
from weefsel.people.testing import home_organisation, make_organisation, make_person

pytestmark = pytest.mark.django_db


def door_of(person: Person) -> Client:
    """A browser in which this person is signed in."""
    client = Client()
    assert person.account is not None
    client.force_login(person.account)
    return client


@pytest.fixture
def owner() -> Person:
    return make_person("Jonas Verbeke", has_account=True)


@pytest.fixture
def ana() -> Person:
    return make_person("Ana Ferreira", has_account=True)


def text_of(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return answer.content.decode()


def test_the_directory_shows_cards_and_says_what_one_may_do(ana: Person, owner: Person) -> None:
    make_community(owner=owner, name="Open one")
    make_community("on_request", owner, name="Asks")
    make_community("hidden", owner, name="Unseen")
    page = text_of(door_of(ana), "/communities/")
    assert "Open one" in page
    assert 'aria-label="Join Open one"' in page
    assert 'aria-label="Ask to join Asks"' in page
    assert "Unseen" not in page
    assert "data-end" in page


def test_the_directory_narrows_and_gives_only_its_list_to_scripts(ana: Person) -> None:
    make_community(name="Zuivelcoöperatie")
    make_community(name="Weaving")
    door = door_of(ana)
    assert "Weaving" not in text_of(door, "/communities/?q=zuivelco")
    part = door.get("/communities/?q=weav", headers={"HX-Request": "true", "HX-Target": "communities"})
    assert part.content.decode().lstrip().startswith('<div id="communities">')
    assert "Nothing by this name" in text_of(door, "/communities/?q=nowhere")
    assert text_of(door, "/communities/?show=nonsense&after=x&language=%00")


def test_an_empty_directory_teaches(ana: Person) -> None:
    assert "The first community is yours to open" in text_of(door_of(ana), "/communities/")
    guest = make_person(organisation=make_organisation(), has_account=True)
    page = text_of(door_of(guest), "/communities/")
    assert "Nothing here yet" in page
    assert "/communities/new/" not in page


def test_somebody_opens_a_community(ana: Person) -> None:
    door = door_of(ana)
    assert "Open a community" in text_of(door, "/communities/new/")
    filled = {"name": "Repair", "purpose": "Mend it.", "kind": "open", "language": "en", "charter": "Be kind."}
    answer = door.post("/communities/new/", filled)
    assert (answer.status_code, answer["Location"]) == (302, "/communities/repair/")
    page = text_of(door, "/communities/repair/")
    assert "The first thread is the hardest" in page
    assert "Be kind." in page


def test_a_form_never_loses_what_was_typed(ana: Person) -> None:
    answer = door_of(ana).post("/communities/new/", {"name": "", "purpose": "Typed with care", "kind": "open"})
    assert answer.status_code == 422
    assert "Typed with care" in answer.content.decode()


def test_somebody_from_outside_opens_nothing() -> None:
    guest = make_person(organisation=make_organisation(), has_account=True)
    assert door_of(guest).get("/communities/new/").status_code == 403


def test_join_write_and_leave(ana: Person, owner: Person) -> None:
    make_community(owner=owner, slug="weaving")
    door = door_of(ana)
    assert "/communities/weaving/join/" in text_of(door, "/communities/weaving/")
    assert door.post("/communities/weaving/join/")["Location"] == "/communities/weaving/"
    page = text_of(door, "/communities/weaving/")
    assert "/communities/weaving/leave/" in page
    assert "Leave this community?" in text_of(door, "/communities/weaving/leave/")
    assert door.post("/communities/weaving/leave/")["Location"] == "/communities/"
    assert not Membership.objects.filter(person=ana).exists()


def test_rules_of_engagement_are_read_before_joining(ana: Person, owner: Person) -> None:
    make_community(owner=owner, slug="pilot", rules="Prices stay out.")
    door = door_of(ana)
    assert "Prices stay out." in text_of(door, "/communities/pilot/join/")
    door.post("/communities/pilot/join/", {"accepted_rules": "1"})
    assert Membership.objects.get(person=ana).accepted_rules == 1


def test_new_rules_wait_for_a_yes(ana: Person, owner: Person) -> None:
    community = make_community("invite_only", owner, slug="pilot", rules="Prices stay out.")
    make_member(community, ana, accepted=False)
    door = door_of(ana)
    page = text_of(door, "/communities/pilot/")
    assert "Prices stay out." in page
    assert "opens as soon as you have answered" in page
    assert door.post("/communities/pilot/accept-rules/", {"accepted_rules": "9"}).status_code == 409
    door.post("/communities/pilot/accept-rules/", {"accepted_rules": "1"})
    assert "opens as soon as you have answered" not in text_of(door, "/communities/pilot/")


def test_ask_take_back_and_be_let_in(ana: Person, owner: Person) -> None:
    make_community("on_request", owner, slug="coating")
    door, theirs = door_of(ana), door_of(owner)
    assert door.post("/communities/coating/ask/", {"text": "x" * 501}).status_code == 422
    door.post("/communities/coating/ask/", {"text": "I coat."})
    assert "You asked to join" in text_of(door, "/communities/coating/")
    door.post("/communities/coating/ask/take-back/")
    door.post("/communities/coating/ask/", {"text": "I really coat."})
    assert "I really coat." in text_of(theirs, "/communities/coating/requests/")
    request = JoinRequest.objects.get(outcome="open")
    assert theirs.post(f"/communities/coating/requests/{request.pk}/approve/").status_code == 302
    assert "/communities/coating/leave/" in text_of(door, "/communities/coating/")
    assert "Nobody waits" in text_of(theirs, "/communities/coating/requests/")


def test_who_decides_nothing_sees_no_requests(ana: Person, owner: Person) -> None:
    community = make_community("on_request", owner, slug="coating")
    request = make_join_request(community, make_person())
    make_member(community, ana)
    door = door_of(ana)
    assert door.get("/communities/coating/requests/").status_code == 404
    assert door.get("/communities/coating/invite/").status_code == 404
    for way in ("approve", "decline"):
        assert door.post(f"/communities/coating/requests/{request.pk}/{way}/").status_code == 404


def test_an_invitation_is_answered_on_the_page(ana: Person, owner: Person) -> None:
    for way, is_in in (("decline", False), ("accept", True)):
        community = make_community("hidden", owner, slug=f"quiet-{way}", rules="Keep it here.")
        make_community_invitation(community, ana, owner)
        door = door_of(ana)
        page = text_of(door, f"/communities/quiet-{way}/")
        assert "You are invited" in page
        assert "Keep it here." in page
        door.post(f"/communities/quiet-{way}/invitation/{way}/", {"accepted_rules": "1"})
        assert Membership.objects.filter(person=ana, community=community, accepted_rules=1).exists() is is_in
    assert door_of(ana).get("/communities/quiet-decline/").status_code == 404


def test_an_invite_only_one_is_a_name_a_purpose_and_an_owner(ana: Person, owner: Person) -> None:
    community = make_community("invite_only", owner, slug="board", charter="Ours alone.", purpose="Decide.")
    make_member(community, make_person("Secret Member"))
    page = text_of(door_of(ana), "/communities/board/")
    assert "Decide." in page
    assert "Jonas Verbeke" in page
    assert "Ours alone." not in page
    assert "Secret Member" not in page
    for part in ("members", "about", "requests", "invite", "charter"):
        assert door_of(ana).get(f"/communities/board/{part}/").status_code in {403, 404}


PARTS = ["", "join/", "ask/", "leave/", "edit/", "archive/", "about/", "charter/", "members/", "requests/", "invite/"]


@pytest.mark.parametrize("part", PARTS)
def test_hidden_is_as_absent_at_every_address(ana: Person, owner: Person, part: str) -> None:
    make_community("hidden", owner, slug="unseen")
    door = door_of(ana)
    door.get("/communities/absent/")
    answers = []
    for slug in ("unseen", "absent"):
        with statements() as count:
            answer = door.get(f"/communities/{slug}/{part}")
        said = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())
        answers.append((answer.status_code, said.replace(slug, ""), [sql.split("WHERE")[0] for sql in count.sql]))
    assert answers[0] == answers[1]
    assert answers[0][0] == 404


POSTS = ["join/", "ask/", "ask/take-back/", "accept-rules/", "invitation/accept/", "invitation/decline/", "leave/"]
POSTS += ["edit/", "archive/", "reopen/", "charter/", "invite/person/", "invite/address/", "invite/link/"]


@pytest.mark.parametrize("part", POSTS)
def test_a_hidden_one_takes_nothing_from_others(ana: Person, owner: Person, part: str) -> None:
    make_community("hidden", owner, slug="unseen")
    assert door_of(ana).post(f"/communities/unseen/{part}", {"name": "Mine", "kind": "open"}).status_code == 404
    assert Community.objects.get().kind == "hidden"


def test_an_owner_changes_archives_and_reopens(owner: Person, ana: Person) -> None:
    make_community(owner=owner, slug="weaving")
    door = door_of(owner)
    changed = {"name": "Weaving together", "kind": "on_request", "language": "nl", "purpose": "Across sites."}
    assert door.post("/communities/weaving/edit/", changed)["Location"] == "/communities/weaving/"
    assert door.post("/communities/weaving/edit/", {**changed, "name": ""}).status_code == 422
    assert "Archive this community?" in text_of(door, "/communities/weaving/archive/")
    door.post("/communities/weaving/archive/")
    assert "This community is archived" in text_of(door_of(ana), "/communities/weaving/")
    door.post("/communities/weaving/reopen/")
    assert "This community is archived" not in text_of(door_of(ana), "/communities/weaving/")
    for part in ("edit", "archive", "charter"):
        assert door_of(ana).get(f"/communities/weaving/{part}/").status_code == 403


def test_what_becomes_hidden_leads_its_members_on(owner: Person) -> None:
    make_community(owner=owner, slug="weaving")
    door = door_of(owner)
    answer = door.post("/communities/weaving/edit/", {"name": "Weaving", "kind": "hidden", "language": "en"})
    assert "weaving" not in answer["Location"]
    assert door.get("/communities/weaving/")["Location"] == answer["Location"]


def test_the_charter_is_written_and_its_versions_stay(owner: Person, ana: Person) -> None:
    make_community(owner=owner, slug="weaving", charter="First.")
    door = door_of(owner)
    assert "First." in text_of(door, "/communities/weaving/charter/")
    assert door.post("/communities/weaving/charter/", {"text": "Second.", "based_on": "0"}).status_code == 409
    assert door.post("/communities/weaving/charter/", {"text": "Second.", "based_on": "1"}).status_code == 302
    page = text_of(door_of(ana), "/communities/weaving/about/")
    assert "Second." in page
    assert "First." in page
    assert Charter.objects.count() == 2


def test_members_are_listed_found_and_managed(owner: Person, ana: Person) -> None:
    community = make_community(owner=owner, slug="weaving")
    make_member(community, ana)
    door = door_of(owner)
    page = text_of(door, "/communities/weaving/members/?q=ferr")
    assert "Ana Ferreira" in page
    assert "Make owner" in page
    assert "Nobody by this name" in text_of(door, "/communities/weaving/members/?q=zzz")
    door.post(f"/communities/weaving/members/{ana.pk}/role/", {"role": "moderator"})
    assert Membership.objects.get(person=ana).role == "moderator"
    assert door.post(f"/communities/weaving/members/{owner.pk}/role/", {"role": "member"}).status_code == 409
    assert "Take Ana Ferreira out?" in text_of(door, f"/communities/weaving/members/{ana.pk}/remove/")
    door.post(f"/communities/weaving/members/{ana.pk}/remove/")
    assert not Membership.objects.filter(person=ana).exists()
    assert door_of(ana).post(f"/communities/weaving/members/{owner.pk}/remove/").status_code == 403


def test_the_last_owner_names_a_successor_on_the_page(owner: Person, ana: Person) -> None:
    community = make_community(owner=owner, slug="weaving")
    door = door_of(owner)
    assert "Archive it instead" in text_of(door, "/communities/weaving/leave/")
    make_member(community, ana)
    assert "Ana Ferreira" in text_of(door, "/communities/weaving/leave/")
    answer = door.post("/communities/weaving/leave/")
    assert answer.status_code == 409
    assert "You are its only owner" in answer.content.decode()
    door.post("/communities/weaving/leave/", {"successor": str(ana.pk)})
    assert Membership.objects.get(community=community).person == ana


def test_inviting_by_name_by_letter_and_by_link(owner: Person, ana: Person) -> None:
    home_organisation()
    make_community("invite_only", owner, slug="board")
    door = door_of(owner)
    assert f'value="{ana.pk}"' in text_of(door, "/communities/board/invite/?q=ana")
    door.post("/communities/board/invite/person/", {"person": str(ana.pk)})
    assert "Ana Ferreira" in text_of(door, "/communities/board/invite/")
    assert door.post("/communities/board/invite/address/", {"email": "nobody"}).status_code == 422
    assert door.post("/communities/board/invite/address/", {"email": "a@unknown.example"}).status_code == 422
    letter = {"email": "new@lindewever.example"}
    assert door.post("/communities/board/invite/address/", letter).status_code == 302
    made = door.post("/communities/board/invite/link/", {"domain": "lindewever.example", "uses": "2", "days": "5"})
    link = made.content.decode().split("/communities/invitation/")[1].split("/")[0]
    bo = make_person("Bo", has_account=True)
    theirs = door_of(bo)
    assert "You are invited" in text_of(theirs, f"/communities/invitation/{link}/")
    assert theirs.post(f"/communities/invitation/{link}/")["Location"] == "/communities/board/"
    assert "You are a member already" in text_of(theirs, f"/communities/invitation/{link}/")
    assert theirs.get("/communities/invitation/wrong/").status_code == 404
    pk = CommunityInvitation.objects.get(person=ana).pk
    door.post(f"/communities/board/invite/{pk}/take-back/")
    assert CommunityInvitation.objects.get(pk=pk).withdrawn_at is not None


def test_names_and_rules_are_shown_as_text(owner: Person, ana: Person) -> None:
    nasty = "<script>alert(1)</script>"
    make_community(owner=owner, slug="nasty", name=nasty, purpose=nasty, charter=nasty, rules=nasty)
    door = door_of(ana)
    for address in ("/communities/", "/communities/nasty/", "/communities/nasty/about/", "/communities/nasty/join/"):
        assert nasty not in text_of(door, address)


def test_the_page_costs_the_same_however_many_are_in_it(owner: Person) -> None:
    community = make_community(owner=owner, slug="big")
    door = door_of(owner)
    door.get("/communities/big/")
    costs = []
    for _ in range(2):
        for _ in range(6):
            make_member(community, make_person())
        with statements() as count:
            door.get("/communities/big/")
        costs.append(count.total)
    assert costs[0] == costs[1]


HUGE = 10**30


def test_numbers_beyond_all_measure_are_answered_calmly(owner: Person) -> None:
    make_community(owner=owner, slug="weaving")
    door = door_of(owner)
    for address in ("members/?page=", "requests/?after=", "?before=", "join/?x="):
        assert door.get(f"/communities/weaving/{address}{HUGE}").status_code == 200
        assert door.get(f"/communities/weaving/{address}{10**18 - 1}").status_code == 200
    assert door.get(f"/communities/?after={HUGE}").status_code == 200
    assert door.get(f"/communities/weaving/members/{HUGE}/remove/").status_code == 404
    posts = (f"members/{HUGE}/role/", f"requests/{HUGE}/approve/", f"invite/{HUGE}/take-back/")
    for address in posts:
        assert door.post(f"/communities/weaving/{address}").status_code == 404
    assert door.post("/communities/weaving/invite/person/", {"person": HUGE}).status_code == 404
    assert door.post("/communities/weaving/leave/", {"successor": HUGE}).status_code == 409
    assert door.post("/communities/weaving/join/", {"accepted_rules": 10**17}).status_code == 302
    assert door.post(f"/inbox/{HUGE}/done/").status_code == 404
    domain = {"domain": "lindewever.example", "uses": HUGE, "days": -1}
    assert door.post("/communities/weaving/invite/link/", domain).status_code == 422
    assert door.post("/communities/weaving/charter/", {"text": "Ours.", "based_on": HUGE}).status_code == 409


def test_texts_with_odd_signs_are_kept_clean(owner: Person) -> None:
    door = door_of(owner)
    odd = "Weav\x00ing\u202e together"
    assert door.post("/communities/new/", {"name": odd, "kind": "open", "language": "en"}).status_code in {302, 422}
    assert (
        door.post(
            "/communities/new/", {"name": "Long", "kind": "open", "language": "en", "charter": "x" * 10**6}
        ).status_code
        == 422
    )
    for community in Community.objects.all():
        assert "\x00" not in community.name
        assert "\u202e" not in community.name
    for address in ("/communities/?q=%00&language=%00", "/communities/%00/", "/communities/invitation/%00/"):
        assert door.get(address).status_code in {200, 404}
