from collections.abc import Callable

import pytest
from django.test import Client

from weefsel.communities.models import Membership
from weefsel.communities.testing import make_community, make_join_request, make_member
from weefsel.kernel.refusals import NotFound
from weefsel.kernel.testing import run_jobs, statements
from weefsel.notices.commands.finish_all import finish_all
from weefsel.notices.commands.finish_notice import finish_notice
from weefsel.notices.commands.reopen_notice import reopen_notice
from weefsel.notices.models import Notice
from weefsel.notices.queries.inbox import has_open_notices, inbox
from weefsel.notices.testing import make_notice
from weefsel.people.models import Person
from weefsel.people.testing import actor_for, make_organisation, make_person
from weefsel.posts.testing import make_post, make_reply

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana() -> Person:
    return make_person("Ana Ferreira", handle="ana", has_account=True)


@pytest.fixture
def door(client: Client, ana: Person) -> Client:
    assert ana.account is not None
    client.force_login(ana.account)
    return client


def test_each_notice_has_its_sentence_its_words_its_reason_and_its_way(ana: Person) -> None:
    bo = make_person("Bo")
    community = make_community(owner=bo, name="Coating")
    post = make_post(bo, community, body="Did **you** test it, @ana? <script>alert(1)</script>")
    run_jobs()
    (card,) = inbox(actor_for(ana)).rows
    assert card.sentence == "Bo mentioned you in Coating"
    assert card.said.startswith("Did you test it, @")
    assert len(card.said) <= 160
    assert card.reason == "You were mentioned by name"
    assert card.url == f"/posts/{post.pk}/"


def test_on_a_storyline_the_place_is_said_by_whose_it_is(ana: Person) -> None:
    bo = make_person("Bo")
    make_reply(bo, make_post(ana))
    make_post(bo, body="@ana")
    run_jobs()
    assert {card.sentence for card in inbox(actor_for(ana)).rows} == {
        "Bo replied in your storyline",
        "Bo mentioned you in the storyline of Bo",
    }


def test_what_one_may_no_longer_read_is_not_shown_nor_answered(ana: Person) -> None:
    owner = make_person()
    community = make_community("hidden", owner, name="Secret plans")
    make_member(community, ana)
    notice = make_notice(ana, make_post(owner, community))
    assert len(inbox(actor_for(ana)).rows) == 1
    Membership.objects.filter(person=ana).delete()
    assert inbox(actor_for(ana)).rows == []
    for deed in (finish_notice, reopen_notice):
        with pytest.raises(NotFound):
            deed(actor_for(ana), notice_id=notice.pk)


def test_an_inbox_is_its_owners_alone(ana: Person) -> None:
    notice = make_notice(ana, make_post(make_person()))
    other = actor_for(make_person())
    assert inbox(other).rows == []
    for deed in (finish_notice, reopen_notice):
        with pytest.raises(NotFound):
            deed(other, notice_id=notice.pk)
    assert finish_all(other, until_id=notice.pk) == 0
    assert has_open_notices(actor_for(ana))


def test_done_and_undo_can_be_repeated(ana: Person) -> None:
    notice = make_notice(ana, make_post(make_person()))
    for _ in range(2):
        finish_notice(actor_for(ana), notice_id=notice.pk)
    assert not has_open_notices(actor_for(ana))
    assert len(inbox(actor_for(ana), is_done=True).rows) == 1
    for _ in range(2):
        reopen_notice(actor_for(ana), notice_id=notice.pk)
    assert has_open_notices(actor_for(ana))


def test_all_done_leaves_what_came_meanwhile(ana: Person) -> None:
    post = make_post(make_person())
    first, late = make_notice(ana, post), make_notice(ana, post)
    assert finish_all(actor_for(ana), until_id=first.pk) == 1
    assert [card.id for card in inbox(actor_for(ana)).rows] == [late.pk]


def test_the_inbox_comes_in_pages_of_twenty_for_one_statement(ana: Person) -> None:
    for _ in range(21):
        make_notice(ana, make_post(make_person()))
    me = actor_for(ana)
    with statements() as count:
        page = inbox(me)
    assert (count.total, len(page.rows)) == (1, 20)
    rest = inbox(actor_for(ana), before=int(page.next_cursor))
    assert (len(rest.rows), rest.is_last) == (1, True)


def test_an_outsider_reads_no_words_that_may_name_others() -> None:
    owner, customer = make_person(), make_organisation()
    guest = make_person(organisation=customer)
    community = make_community(owner=owner, shared_with=(customer,))
    make_member(community, guest)
    make_notice(guest, make_post(owner, community, body="Ask the laboratory."))
    (card,) = inbox(actor_for(guest)).rows
    assert card.said == ""


@pytest.mark.parametrize("shows_members", [True, False])
def test_an_outsider_is_told_the_name_of_nobody_they_may_not_see(shows_members: bool) -> None:
    kunde = make_organisation()
    owner, sam = make_person("Olga Owner"), make_person("Secret Sam")
    petra = make_person("Petra", organisation=kunde)
    community = make_community("invite_only", owner, shared_with=(kunde,), shows_members=shows_members)
    make_member(community, sam)
    make_member(community, petra)
    make_reply(sam, make_post(petra, community))
    run_jobs()
    (card,) = inbox(actor_for(petra)).rows
    assert ("Secret Sam" in f"{card.sentence} {card.by}") is shows_members
    assert (card.by_id == sam.pk) is shows_members
    assert shows_members or card.sentence.startswith("A colleague replied")


def test_the_page_shows_rows_and_ends(door: Client, ana: Person) -> None:
    make_notice(ana, make_post(make_person("Bo"), body="Look at this."))
    page = door.get("/inbox/").content.decode()
    assert "Bo mentioned you in" in page
    assert "You were mentioned by name" in page
    assert "data-end" in page


def test_an_empty_inbox_teaches(door: Client) -> None:
    page = door.get("/inbox/").content.decode()
    assert "Nothing waits for you" in page
    assert "data-end" in page
    assert "Nothing put aside yet" in door.get("/inbox/?show=done").content.decode()


def test_done_works_with_and_without_scripts(door: Client, ana: Person) -> None:
    notice = make_notice(ana, make_post(make_person()))
    row = door.post(f"/inbox/{notice.pk}/done/", headers={"HX-Request": "true"})
    assert row.status_code == 200
    assert "is-done" in row.content.decode()
    assert "<html" not in row.content.decode()
    answer = door.post(f"/inbox/{notice.pk}/undo/")
    assert (answer.status_code, answer["Location"]) == (302, "/inbox/?show=done")
    assert door.post("/inbox/all-done/", {"until": notice.pk})["Location"] == "/inbox/"
    assert Notice.objects.get().done_at is not None


@pytest.mark.parametrize("until", ["", "x", "-1", "9" * 30, "١٢"])
def test_a_number_that_is_none_finishes_nothing(door: Client, ana: Person, until: str) -> None:
    make_notice(ana, make_post(make_person()))
    assert door.post("/inbox/all-done/", {"until": until}).status_code == 302
    assert has_open_notices(actor_for(ana))
    assert door.get("/inbox/", {"before": until}).status_code == 200


@pytest.mark.parametrize("way", ["done", "undo"])
def test_somebody_elses_notice_does_not_exist(door: Client, way: str) -> None:
    notice = make_notice(make_person(), make_post(make_person()))
    assert door.post(f"/inbox/{notice.pk}/{way}/").status_code == 404
    assert door.post(f"/inbox/99999999/{way}/").status_code == 404
    assert door.get(f"/inbox/{notice.pk}/{way}/").status_code == 405


def test_a_request_leads_to_where_it_is_decided(ana: Person) -> None:
    community = make_community("on_request", ana, slug="coating", name="Coating")
    request = make_join_request(community, make_person("Bo"), "I coat at home.")
    Notice.objects.create(
        person=ana, kind="asked_to_approve", by=request.person, key="k", community=community, join_request=request
    )
    (card,) = inbox(actor_for(ana)).rows
    assert (card.sentence, card.said) == ("Bo asks to join Coating", "I coat at home.")
    assert (card.url, card.answer_label) == ("/communities/coating/requests/", "Look and decide")


def test_the_pages_cost_does_not_grow(door: Client, ana: Person) -> None:
    def cost(more: Callable[[], object]) -> int:
        for _ in range(5):
            more()
        with statements() as count:
            door.get("/inbox/")
        return count.total

    more = lambda: make_notice(ana, make_post(make_person(), body="Look."))  # noqa: E731
    door.get("/inbox/")  # what a process asks once
    first = cost(more)
    assert cost(more) == first
