import pytest

from weefsel.kernel.actor import STRANGER
from weefsel.kernel.refusals import Invalid, NotAllowed, NotFound
from weefsel.people.commands.finish_welcome import finish_welcome
from weefsel.people.commands.follow_person import follow_person
from weefsel.people.commands.save_profile import save_profile
from weefsel.people.commands.set_ask_me_about import set_ask_me_about
from weefsel.people.commands.unfollow_person import unfollow_person
from weefsel.people.models import AskMeAbout, Follow
from weefsel.people.terms import PersonKind
from weefsel.people.testing import actor_for, make_organisation, make_person

pytestmark = pytest.mark.django_db


def test_own_words_and_topics_are_kept_plain_and_once() -> None:
    ann = make_person("Ann")
    save_profile(
        actor_for(ann), own_words=" I keep looms honest.\x00 ", topics=["#Weft bars", "weft-bars", "  ", "Looms"]
    )
    ann.refresh_from_db()
    assert ann.own_words == "I keep looms honest."
    assert list(AskMeAbout.objects.order_by("id").values_list("topic", "shown")) == [
        ("weft-bars", "Weft bars"),
        ("looms", "Looms"),
    ]
    set_ask_me_about(actor_for(ann), topics=[])
    assert not AskMeAbout.objects.exists()


def test_what_is_too_long_or_too_much_is_refused_and_nothing_is_lost() -> None:
    ann = make_person("Ann", topics=["looms"])
    for own_words, topics, field in (
        ("x" * 2001, [], "own_words"),
        ("", [f"topic {n}" for n in range(21)], "topics"),
        ("", ["x" * 61], "topics"),
    ):
        with pytest.raises(Invalid) as refusal:
            save_profile(actor_for(ann), own_words=own_words, topics=topics)
        assert field in refusal.value.fields
    assert AskMeAbout.objects.get().topic == "looms"


def test_a_stranger_has_no_page() -> None:
    with pytest.raises(NotAllowed):
        save_profile(STRANGER, own_words="", topics=[])
    with pytest.raises(NotAllowed):
        finish_welcome(STRANGER)


def test_the_first_visit_ends_once() -> None:
    ann = make_person("Ann")
    finish_welcome(actor_for(ann))
    ann.refresh_from_db()
    first = ann.welcomed_at
    assert first is not None
    finish_welcome(actor_for(ann))
    ann.refresh_from_db()
    assert ann.welcomed_at == first


def test_colleagues_follow_one_another_once() -> None:
    ann, bea = make_person("Ann"), make_person("Bea")
    follow_person(actor_for(ann), person_id=bea.pk)
    follow_person(actor_for(ann), person_id=bea.pk)
    assert Follow.objects.filter(follower=ann, followed=bea).count() == 1
    unfollow_person(actor_for(ann), person_id=bea.pk)
    unfollow_person(actor_for(ann), person_id=bea.pk)
    assert not Follow.objects.exists()


def test_nobody_follows_oneself_a_bot_somebody_from_outside_or_who_has_left() -> None:
    ann, robot = make_person("Ann"), make_person("Robot", kind=PersonKind.BOT)
    petra = make_person("Petra", organisation=make_organisation())
    for person in (ann, robot, petra):
        with pytest.raises(NotAllowed):
            follow_person(actor_for(ann), person_id=person.pk)
    with pytest.raises(NotFound):
        follow_person(actor_for(petra), person_id=ann.pk)
    with pytest.raises(NotFound):
        follow_person(actor_for(ann), person_id=0)
